import { type LookupTable, lookUp } from './modality-lut.ts';

export interface Palette {
  readonly red: LookupTable;
  readonly green: LookupTable;
  readonly blue: LookupTable;
}

/** 8-bit red, green, blue of a palette index (PS3.3 C.7.9); 16-bit entries keep their high byte. */
export function paletteColour(palette: Palette, index: number): readonly [number, number, number] {
  const byte = (table: LookupTable): number => (table.bits > 8 ? lookUp(table, index) >> 8 : lookUp(table, index));
  return [byte(palette.red), byte(palette.green), byte(palette.blue)];
}
