import { z } from 'zod';

/** Shape of a film's frame. Every template is laid out in each of them, not cropped from one. */
export const Aspect = z.enum(['16:9', '9:16', '1:1']);
export type Aspect = z.infer<typeof Aspect>;

/** Size of a frame in px. */
export const FRAME_SIZE: Readonly<Record<Aspect, { readonly width: number; readonly height: number }>> = {
  '16:9': { width: 1920, height: 1080 },
  '9:16': { width: 1080, height: 1920 },
  '1:1': { width: 1080, height: 1080 },
};

/** The aspect of a frame of this size: wide, tall or square. */
export const aspectOf = ({ width, height }: { readonly width: number; readonly height: number }): Aspect =>
  width > height ? '16:9' : width < height ? '9:16' : '1:1';
