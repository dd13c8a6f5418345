import { z } from 'zod';

const Colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/);
const Text = z.object({ 'zh-CN': z.string().min(1), en: z.string().min(1) });

/** The complete list of what a hospital may change (film-style §4). All else is derived. */
export const Brand = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.string(),
  hospital: Text,
  department: Text,
  series: Text,
  episode: Text,
  primary: Colour,
  accent: Colour,
  ink: Colour,
  paper: Colour,
  display: z.object({
    family: z.enum(['Noto Serif SC Variable', 'Noto Sans SC Variable']),
    weight: z.int().min(400).max(800),
  }),
  /** SVG path data in a 40x40 box, one colour. */
  logoPath: z.string(),
  /** Small text kept on every frame's header side, e.g. "internal teaching"; null = none. */
  watermark: Text.nullable(),
});
export type Brand = z.infer<typeof Brand>;
