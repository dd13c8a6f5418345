import type { RenderBrowser } from './browser.ts';
import type { FilmBundle } from './bundle.ts';
import type { DrawnScene } from './frame-page.ts';

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
  /** Resolves when the tab that drew the frame may go on. */
  take(frame: number, picture: Buffer): Promise<void>;
}
