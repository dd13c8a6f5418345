/** Paints thin planes of the body in Hounsfield units; later paint covers earlier paint. */
import { BonePainter } from './bone-painter.ts';
import type { CoarseFields } from './coarse-fields.ts';
import { COLUMNS, columnX, PIXEL_MM, ROWS, rowY } from './frame.ts';
import { LungPainter } from './lung-painter.ts';
import type { PlacedNodule } from './nodule-shape.ts';
import { BellyPainter, openWindpipe, paintMediastinum } from './organ-painter.ts';
import { Planes } from './planes.ts';
import type { PulmonaryTrees } from './pulmonary.ts';
import { valueNoise3 } from './random.ts';
import { clamp01 } from './shapes.ts';
import { layBundles, paintTissues } from './tissue-painter.ts';

export class SlicePainter {
  readonly planes = new Planes();
  private readonly bones = new BonePainter();
  private readonly belly: BellyPainter;
  private readonly lungs: LungPainter;
  private readonly texture: (x: number, y: number, z: number) => number;
  private readonly fields: CoarseFields;

  constructor(fields: CoarseFields, trees: PulmonaryTrees, nodules: readonly PlacedNodule[], seed: number) {
    this.fields = fields;
    this.belly = new BellyPainter(fields);
    this.lungs = new LungPainter(trees, nodules);
    this.texture = valueNoise3(seed, 'texture');
  }

  /** The mean of `layers` planes through a slice of the given thickness about depth `d`, in Hounsfield units. */
  paintSlice(d: number, thicknessMm: number, layers: number, out: Float32Array): void {
    this.textureAt(d);
    layBundles(this.planes, d);
    out.fill(0);
    const p = this.planes;
    for (let layer = 0; layer < layers; layer++) {
      this.paintLayer(d + ((layer + 0.5) / layers - 0.5) * thicknessMm, thicknessMm / layers);
      for (let i = 0; i < out.length; i++) out[i] = out[i]! + p.hu[i]! / layers;
    }
  }

  private paintLayer(d: number, layerMm: number): void {
    const p = this.planes;
    p.cutAt(d, this.fields);
    paintTissues(p);
    this.belly.paint(p);
    this.lungs.paintParenchyma(p, layerMm);
    paintMediastinum(p);
    this.bones.paint(p);
    this.lungs.paintTrees(p);
    openWindpipe(p);
    this.lungs.paintNodules(p);
    paintTable(p);
  }

  private textureAt(d: number): void {
    const { cloudy, grainy } = this.planes;
    for (let row = 0; row < ROWS; row++) {
      const y = rowY(row);
      for (let column = 0; column < COLUMNS; column++) {
        const x = columnX(column);
        cloudy[row * COLUMNS + column] = this.texture(x / 9, y / 9, d / 11);
        grainy[row * COLUMNS + column] = this.texture(x / 2.3 + 7, y / 2.3, d / 3.1);
      }
    }
  }
}

/** The couch: a thin cover, foam, a dense shell. */
function paintTable(p: Planes): void {
  for (let row = 380; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const i = row * COLUMNS + column;
      if (p.skin[i]! < 0.3) continue;
      const x = columnX(column);
      const y = rowY(row) + (x * x) / 760;
      if (Math.abs(x) > 168) continue;
      const cover = clamp01(0.5 - (Math.abs(y - 137) - 0.5) / PIXEL_MM);
      const shell = clamp01(0.5 - (Math.abs(y - 150) - 1.1) / PIXEL_MM);
      if (y > 137 && y < 150) p.hu[i] = -975;
      p.mix(i, -760, cover);
      p.mix(i, 180, shell);
    }
  }
}
