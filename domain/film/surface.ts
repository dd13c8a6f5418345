import { z } from 'zod';
import { type ComposeInput, cueStart, SceneBase } from './base.ts';
import { type Entrance, textEntrance } from './motion.ts';

export const SurfaceProps = SceneBase.extend({ kind: z.literal('surface'), title: z.string() });
export type SurfaceProps = z.infer<typeof SurfaceProps>;

export function composeSurface(base: SceneBase, _input: ComposeInput): SurfaceProps {
  return { ...base, kind: 'surface', title: 'surface' };
}

export interface SurfaceState {
  readonly title: Entrance;
}

export function surfaceState(props: SurfaceProps, frame: number): SurfaceState {
  return { title: textEntrance(frame, cueStart(props, 'surface', 4)) };
}
