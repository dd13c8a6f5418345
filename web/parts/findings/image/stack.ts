import {
  cache,
  Enums,
  getShouldUseCPURendering,
  init,
  RenderingEngine,
  setUseCPURendering,
  type Types,
} from '@cornerstonejs/core';
import {
  addTool,
  annotation,
  init as initTools,
  LengthTool,
  PanTool,
  StackScrollTool,
  Enums as ToolEnums,
  ToolGroupManager,
  WindowLevelTool,
  ZoomTool,
} from '@cornerstonejs/tools';
import { patientPoint } from '#domain/patient-point';
import { giveBack, imageIdOf, lend, serveImages } from './images.ts';
import type { SliceShelf } from './shelf.ts';
import { type Transform, transformFrom } from './transform.ts';
import { type GreyWindow, rangeOf, WINDOWS } from './windows.ts';

/** What the left button does. */
export type PointerTool = 'pan' | 'zoom' | 'window' | 'length';

const TOOLS = { pan: PanTool, zoom: ZoomTool, window: WindowLevelTool, length: LengthTool } as const;
/** Drawn by the processor: WebGL is missing there, or only imitated by it. */
const IMITATED = /swiftshader|llvmpipe|software|basic render/i;
/** Lengths look like the measures of findings (studio-style §4, image tokens). */
const COLOUR = 'rgb(110, 231, 242)';
const MEASURE = {
  color: COLOUR,
  colorHighlighted: COLOUR,
  colorSelected: COLOUR,
  textBoxColor: COLOUR,
  textBoxColorHighlighted: COLOUR,
  textBoxColorSelected: COLOUR,
  textBoxFontFamily: 'Inter Variable, sans-serif',
  lineWidth: '1.6',
};
let begun = false;
let made = 0;

export interface StackEvents {
  /** Where the image lies now. */
  onTransform(transform: Transform): void;
  onSlice(slice: number): void;
  onWindow(window: GreyWindow): void;
}

/** A stack of slices on a Cornerstone viewport: scroll, window, zoom, pan, length. */
export class StackView {
  readonly #engine: RenderingEngine;
  readonly #viewport: Types.IStackViewport;
  readonly #group: string;
  readonly #abort = new AbortController();
  readonly #resize: ResizeObserver;

  private constructor(
    readonly element: HTMLDivElement,
    readonly shelf: SliceShelf,
    readonly events: StackEvents,
  ) {
    lend(shelf);
    const name = `findings-${++made}`;
    this.#engine = new RenderingEngine(`${name}-engine`);
    this.#engine.enableElement({ viewportId: name, element, type: Enums.ViewportType.STACK });
    this.#viewport = this.#engine.getViewport(name) as Types.IStackViewport;
    this.#group = `${name}-tools`;
    const group = ToolGroupManager.createToolGroup(this.#group)!;
    for (const tool of [...Object.values(TOOLS), StackScrollTool]) group.addTool(tool.toolName);
    group.addViewport(name, this.#engine.id);
    group.setToolActive(StackScrollTool.toolName, { bindings: [{ mouseButton: ToolEnums.MouseBindings.Wheel }] });
    this.#listen();
    this.#resize = new ResizeObserver(() => this.#fit());
    this.#resize.observe(element);
  }

  /** Opens the stack on a slice. @throws Refusal when that slice cannot be read */
  static async open(
    element: HTMLDivElement,
    shelf: SliceShelf,
    slice: number,
    events: StackEvents,
  ): Promise<StackView> {
    begin();
    await shelf.slice(slice);
    // An element of its own: a view that is still being closed may share the place on the page, but not the element.
    const own = document.createElement('div');
    element.append(own);
    const view = new StackView(own, shelf, events);
    const ids = Array.from({ length: shelf.geometry.slices }, (_, z) => imageIdOf(shelf, z));
    await view.#viewport.setStack(ids, slice);
    view.hold('pan');
    view.setWindow(WINDOWS.lung);
    view.#viewport.render();
    return view;
  }

  get slice(): number {
    return this.#viewport.getCurrentImageIdIndex();
  }

  async setSlice(slice: number): Promise<void> {
    if (slice !== this.slice) await this.#viewport.setImageIdIndex(slice);
  }

  setWindow(window: GreyWindow): void {
    this.#viewport.setProperties({ voiRange: rangeOf(window) });
    this.#viewport.render();
  }

  /** The whole slice in the middle again; drawn lengths go. */
  reset(): void {
    annotation.state.removeAllAnnotations();
    this.#viewport.resetCamera({ resetPan: true, resetZoom: true });
    this.#viewport.render();
  }

  /** Brings a place of the slice to the middle, so large that `mm` fill the height. */
  focus(column: number, row: number, mm: number): void {
    const { focalPoint, position } = this.#viewport.getCamera();
    const target = patientPoint(this.shelf.geometry, [column, row, this.slice]);
    const away = [0, 1, 2].map((k) => (position?.[k] ?? 0) - (focalPoint?.[k] ?? 0));
    const eye: Types.Point3 = [target[0] + away[0]!, target[1] + away[1]!, target[2] + away[2]!];
    this.#viewport.setCamera({ focalPoint: target, position: eye, parallelScale: mm / 2 });
    this.#viewport.render();
  }

  hold(tool: PointerTool): void {
    const group = ToolGroupManager.getToolGroup(this.#group)!;
    const { Primary, Secondary, Auxiliary } = ToolEnums.MouseBindings;
    for (const name of Object.keys(TOOLS) as PointerTool[]) {
      const bindings = [
        ...(name === tool ? [{ mouseButton: Primary }] : []),
        ...(name === 'zoom' ? [{ mouseButton: Secondary }] : []),
        ...(name === 'pan' ? [{ mouseButton: Auxiliary }] : []),
      ];
      group.setToolPassive(TOOLS[name].toolName);
      if (bindings.length > 0) group.setToolActive(TOOLS[name].toolName, { bindings });
    }
  }

  close(): void {
    this.#abort.abort();
    this.#resize.disconnect();
    annotation.state.removeAllAnnotations();
    ToolGroupManager.destroyToolGroup(this.#group);
    this.#engine.destroy();
    this.element.remove();
    if (giveBack(this.shelf)) cache.purgeCache();
  }

  #listen(): void {
    const on = (name: string, does: (detail: never) => void) =>
      this.element.addEventListener(name, (event) => does((event as CustomEvent).detail as never), {
        signal: this.#abort.signal,
      });
    on(Enums.Events.IMAGE_RENDERED, () => this.events.onTransform(this.#transform()));
    on(Enums.Events.CAMERA_MODIFIED, () => this.events.onTransform(this.#transform()));
    on(Enums.Events.STACK_NEW_IMAGE, () => this.events.onSlice(this.slice));
    on(Enums.Events.VOI_MODIFIED, ({ range }: { range?: { lower: number; upper: number } }) => {
      if (range)
        this.events.onWindow({ level: (range.lower + range.upper + 1) / 2, width: range.upper - range.lower + 1 });
    });
  }

  #fit(): void {
    if (this.element.clientWidth === 0) return;
    this.#engine.resize(true, true);
    this.#viewport.render();
  }

  #transform(): Transform {
    const { geometry } = this.shelf;
    // Drawn on the processor, a position means the corner of its pixel, not the middle: half a voxel, and outlines would lie beside their lesion.
    const half = getShouldUseCPURendering() ? 0.5 : 0;
    const at = (column: number, row: number) => {
      const [x, y] = this.#viewport.worldToCanvas(patientPoint(geometry, [column + half, row + half, this.slice]));
      return [x, y] as const;
    };
    return transformFrom(at(0, 0), at(1, 0), at(0, 1));
  }
}

function begin(): void {
  if (begun) return;
  begun = true;
  init();
  if (!getShouldUseCPURendering() && isImitated()) setUseCPURendering(true);
  initTools();
  const styles = annotation.config.style.getDefaultToolStyles();
  annotation.config.style.setDefaultToolStyles({ ...styles, global: { ...styles.global, ...MEASURE } });
  for (const tool of [...Object.values(TOOLS), StackScrollTool]) addTool(tool);
  serveImages();
}

/** True when graphics are done by the processor anyway: then Cornerstone's own drawing on it is faster. */
function isImitated(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (!gl) return true;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return IMITATED.test(name);
}
