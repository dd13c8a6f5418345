/** How Hounsfield units become grey (DICOM PS3.3 C.11.2.1.2.1, LINEAR). */
export interface GreyWindow {
  readonly level: number;
  readonly width: number;
}
export const WINDOW_KEYS = ['lung', 'soft', 'bone'] as const;
export type WindowKey = (typeof WINDOW_KEYS)[number];

/** The presets behind the keys 1, 2 and 3. */
export const WINDOWS: Readonly<Record<WindowKey, GreyWindow>> = {
  lung: { level: -600, width: 1500 },
  soft: { level: 40, width: 400 },
  bone: { level: 500, width: 2000 },
};

/** The range of Hounsfield units from black to white. */
export const rangeOf = ({ level, width }: GreyWindow): { lower: number; upper: number } => ({
  lower: level - 0.5 - (width - 1) / 2,
  upper: level - 0.5 + (width - 1) / 2,
});

/** Grey picture of a plane. */
export function greyOf(pixels: Int16Array, width: number, height: number, window: GreyWindow): ImageData {
  const { lower, upper } = rangeOf(window);
  const image = new ImageData(width, height);
  const rgba = new Uint32Array(image.data.buffer);
  const scale = 255 / (upper - lower);
  for (let i = 0; i < rgba.length; i++) {
    const grey = Math.max(0, Math.min(255, Math.round((pixels[i]! - lower) * scale)));
    rgba[i] = 0xff000000 | (grey << 16) | (grey << 8) | grey;
  }
  return image;
}
