/** The jumble of muscle bundles about the shoulders, with fat planes between them. */
import { ramp } from './shapes.ts';

const BUNDLE_MM = 25;

/** Distance (mm, about) to the nearest fat plane between the muscle bundles of shoulder and upper back: the edges of drifting cells. */
export function bundleEdge(x: number, y: number, d: number): number {
  const u = (Math.abs(x) * 0.82 + y * 0.35) / BUNDLE_MM;
  const v = (y * 0.95 - Math.abs(x) * 0.3) / (BUNDLE_MM * 0.78) + d / 70;
  const cu = Math.floor(u);
  const cv = Math.floor(v);
  let first = 9;
  let second = 9;
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) {
      const h = Math.imul((cu + i) * 374761393 + (cv + j) * 668265263 + (x < 0 ? 99 : 0), 1274126177);
      const pu = i + 0.5 + 0.38 * Math.sin((h % 1000) + d / 31) - (u - cu);
      const pv = j + 0.5 + 0.38 * Math.cos(((h >> 10) % 1000) + d / 27) - (v - cv);
      const far = Math.sqrt(pu * pu + pv * pv);
      if (far < first) {
        second = first;
        first = far;
      } else if (far < second) second = far;
    }
  }
  return ((second - first) / 2) * BUNDLE_MM * 0.9;
}

/** Where that jumble of bundles lies: behind and beside the ribs above the armpits. */
export function bundleZone(a: number, c: number, d: number): number {
  const behind = ramp(0.5, 0.56, a) * ramp(96, 70, d);
  const beside = ramp(0.36, 0.44, a) * ramp(46, 30, d);
  // Above the first ribs the muscles of the neck reach inwards, round the dome of the pleura.
  const inner = 9 - 34 * ramp(40, 22, d) * ramp(0.4, 0.55, a);
  return Math.max(behind, beside) * ramp(inner, inner + 2, c);
}
