import type { RenderBrowser } from './browser.ts';
import type { FilmBundle } from './bundle.ts';
import type { DrawnScene } from './frame-page.ts';
import type { Picture, PicturePool } from './planes.ts';

/** What is to be drawn, with what, and who takes the pictures. */
export interface DrawOrder {
  readonly scene: DrawnScene;
  /** Ascending, each once. */
  readonly frames: readonly number[];
  readonly props: Record<string, unknown>;
  readonly bundle: FilmBundle;
  /** Address under which the bundle is served. */
  readonly address: string;
  readonly browser: RenderBrowser;
  /** Frames drawn at the same time. */
  readonly tabs: number;
  readonly frameTimeoutMs: number;
  readonly signal: AbortSignal;
  /** Every frame whole, instead of what changes from one to the next. */
  readonly whole: boolean;
  /** Memory for the pictures. */
  readonly pool: PicturePool;
  /** Takes the planes of a frame's JPEG; resolves when the tab that drew the frame may go on. */
  take(frame: number, picture: Picture): Promise<void>;
}
