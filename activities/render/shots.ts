import type { PatchedFrame } from '#domain/film/changes';
import type { JpegDecoder } from './jpeg-decoder.ts';
import { alike, type Picture, type PicturePool, paste, type Size } from './planes.ts';

/** One picture taken of a page: a whole frame, or the changes of several on one sheet (none when nothing of them is to be seen). */
export type Shot =
  | { readonly kind: 'whole'; readonly frame: number; readonly jpeg: Buffer }
  | { readonly kind: 'sheet'; readonly frames: readonly PatchedFrame[]; readonly jpeg: Buffer | null };

interface Step {
  readonly frame: number;
  /** Null = the picture is the frame. */
  readonly patches: PatchedFrame['patches'] | null;
  readonly jpeg: Buffer | null;
}

/** The frames in their order, each with what it is made of. A frame that is drawn a second time is the proof and not among them. */
function steps(shots: readonly Shot[]): { steps: Step[]; proof: Buffer | null } {
  const all = new Map<number, Step>();
  let proof: Buffer | null = null;
  for (const shot of shots) {
    if (shot.kind === 'sheet')
      for (const { frame, patches } of shot.frames) all.set(frame, { frame, patches, jpeg: shot.jpeg });
    else if (all.has(shot.frame)) proof = shot.jpeg;
    else all.set(shot.frame, { frame: shot.frame, patches: null, jpeg: shot.jpeg });
  }
  return { steps: [...all.values()].sort((a, b) => a.frame - b.frame), proof };
}

/**
 * Makes the frames of a stretch and hands each over, in order.
 * @returns whether the changes led to the very picture that the last frame has when it is drawn whole
 */
export async function eachFrame(
  shots: readonly Shot[],
  { size, pool, decoder }: { size: Size; pool: PicturePool; decoder: JpegDecoder },
  take: (frame: number, picture: Picture) => Promise<void>,
): Promise<boolean> {
  const { steps: all, proof } = steps(shots);
  // A sheet may be filled by frames before and after a whole one, so it is kept until the last frame that needs it.
  const order = [...new Set(all.flatMap(({ jpeg }) => (jpeg ? [jpeg] : [])))];
  const lastUse = new Map(all.flatMap(({ jpeg }, index) => (jpeg ? [[jpeg, index] as const] : [])));
  const pictures = decoder.decode(proof ? [...order, proof] : order);
  const next = async (): Promise<Picture> => (await pictures.next()).value as Picture;
  const held = new Map<Buffer, Picture>();
  let now: Picture | null = null;
  for (const [index, { frame, patches, jpeg }] of all.entries()) {
    if (jpeg && !held.has(jpeg)) held.set(jpeg, await next());
    const drawn = jpeg && held.get(jpeg)!;
    const before: Picture | null = now;
    now = patches === null || !before ? drawn!.keep() : patched(before, drawn, { size, pool }, patches);
    before?.drop();
    if (jpeg && lastUse.get(jpeg) === index) {
      drawn?.drop();
      held.delete(jpeg);
    }
    await take(frame, now);
  }
  let same = true;
  if (proof && now) {
    const whole = await next();
    same = alike(now.planes, whole.planes, size);
    whole.drop();
  }
  now?.drop();
  await pictures.next();
  return same;
}

/** The frame before with pieces of a sheet in it. */
function patched(
  before: Picture,
  sheet: Picture | null,
  { size, pool }: { size: Size; pool: PicturePool },
  patches: PatchedFrame['patches'],
): Picture {
  if (!sheet || patches.length === 0) return before.keep();
  const frame = pool.take();
  before.planes.copy(frame.planes);
  for (const patch of patches) paste(frame.planes, sheet.planes, size, patch);
  return frame;
}
