/** Brightness in 0..1 as shown: MONOCHROME1 shows its lowest value white, so it is turned round after the VOI step (PS3.3 C.7.6.3.1.2). */
export function toBrightness(photometric: string, display: number): number {
  return photometric === 'MONOCHROME1' ? 1 - display : display;
}
