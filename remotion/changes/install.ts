import { changedBlocks, type Drawn, type PatchedFrame, SheetRows, shared } from '#domain/film/changes';
import { differences, isStill, StageReader, type Standing } from './leaves.ts';
import { pieceOf } from './pieces.ts';

/** The page's side of drawing by changes: the renderer asks what to photograph next. */
export interface Changes {
  /** Begins with these frames: the first is drawn whole, and so is the last once more, to be compared with what its changes made of it. */
  begin(frames: readonly number[]): true;
  next(): Promise<Drawn>;
}

interface RemotionWindow {
  caseloom_changes?: Changes;
  remotion_setFrame(frame: number, composition: string, attempt: number): void;
  remotion_renderReady: boolean;
  remotion_cancelledError?: string;
}
const page = window as unknown as RemotionWindow;

/** Turns of the page's own event loop that a frame may need before it counts as waiting for something. */
const TURNS = 40;

const channel = new MessageChannel();
const queue: (() => void)[] = [];
channel.port1.onmessage = () => queue.shift()?.();
/** The next turn of the event loop, without the pause that timers make. */
const later = (act: () => void): void => {
  queue.push(act);
  channel.port2.postMessage(null);
};
const turn = (): Promise<void> => new Promise(later);

/** Sets the frame and lets React finish. No picture is due meanwhile, so what waits for one need not. */
async function show(frame: number): Promise<boolean> {
  const { requestAnimationFrame } = window;
  window.requestAnimationFrame = (act) => {
    later(() => act(performance.now()));
    return 0;
  };
  try {
    page.remotion_setFrame(frame, 'scene', 1);
    for (let turns = 0; turns < TURNS; turns++) {
      await turn();
      if (page.remotion_cancelledError !== undefined) return false;
      if (turns > 1 && page.remotion_renderReady) return document.fonts.status === 'loaded';
    }
    return false;
  } finally {
    window.requestAnimationFrame = requestAnimationFrame;
  }
}

class ChangeSheets implements Changes {
  readonly #reader = new StageReader();
  readonly #sheet = document.createElement('div');
  #frames: readonly number[] = [];
  #index = 0;
  #standing: Standing | null = null;
  #rows = new SheetRows({ width: 0, height: 0 });
  #patched: PatchedFrame[] = [];
  /** The last frame's changes are made; now it is drawn whole. */
  #proving = false;

  begin(frames: readonly number[]): true {
    this.#frames = frames;
    this.#index = 0;
    this.#standing = null;
    this.#proving = false;
    this.#clear();
    return true;
  }

  async next(): Promise<Drawn> {
    const { container, stage } = this.#places();
    if (this.#sheet.isConnected) {
      this.#sheet.remove();
      container.style.display = '';
      this.#clear();
    }
    for (; this.#index < this.#frames.length; this.#index++) {
      const frame = this.#frames[this.#index]!;
      if (this.#proving) {
        this.#index++;
        return { kind: 'whole', frame };
      }
      if (!(await show(frame))) return { kind: 'waiting', frame };
      const drawn = this.#take(frame, stage);
      if (drawn === 'full') return this.#offer(container);
      const last = this.#index === this.#frames.length - 1;
      if (drawn === 'whole') {
        this.#index++;
        return { kind: 'whole', frame };
      }
      if (last) {
        this.#proving = true;
        return this.#offer(container);
      }
    }
    return this.#patched.length > 0 ? this.#offer(container) : { kind: 'end' };
  }

  #places() {
    const container = document.getElementById('video-container');
    const stage = container?.firstElementChild;
    if (!container || !stage) throw new Error('the page has no stage');
    return { container, stage };
  }

  /** Puts the frame's changes on the sheet; says when the frame must be drawn whole, or the sheet has no room for it. */
  #take(frame: number, stage: Element): 'taken' | 'whole' | 'full' {
    const before = this.#standing;
    const after = isStill(stage) ? this.#reader.read(stage) : null;
    const changes = before && after ? differences(before, after) : null;
    const boxes = changes && changedBlocks(changes, { width: window.innerWidth, height: window.innerHeight });
    const fixed = boxes?.some((box) => [...before!.fixed, ...after!.fixed].some((each) => shared(each, box)));
    if (!after || !boxes || fixed) {
      this.#standing = after;
      return 'whole';
    }
    const patches = this.#rows.place(boxes);
    if (!patches && this.#patched.length > 0) return 'full';
    this.#standing = after;
    if (!patches) return 'whole';
    for (const patch of patches) this.#sheet.append(pieceOf(stage, after, patch));
    this.#patched.push({ frame, patches });
    return 'taken';
  }

  #offer(container: HTMLElement): Drawn {
    const frames = this.#patched;
    if (frames.every(({ patches }) => patches.length === 0)) {
      this.#clear();
      return { kind: 'sheet', frames };
    }
    this.#sheet.style.cssText = 'position:fixed;inset:0;overflow:hidden;background:black';
    container.style.display = 'none';
    document.body.append(this.#sheet);
    return { kind: 'sheet', frames };
  }

  #clear(): void {
    this.#sheet.replaceChildren();
    this.#patched = [];
    this.#rows = new SheetRows({ width: window.innerWidth, height: window.innerHeight });
  }
}

page.caseloom_changes = new ChangeSheets();
