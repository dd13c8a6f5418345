import type { Template } from '../template.ts';

type Scene = Template['chapters'][number]['scenes'][number];

/** A card opens in 14 frames and holds 50 (film-style §7); the narrator speaks the chapter's title on it. */
export const card = (): Scene => ({ kind: 'chapter', weight: 3, leadFrames: 12, tailFrames: 20, minFrames: 64 });
