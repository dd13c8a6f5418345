export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface At {
  readonly x: number;
  readonly y: number;
}
/** A line of text: baseline, and its size. */
export interface TextAt extends At {
  readonly size: number;
}

/** 03: the stack and what stands around it. */
export interface ScrollPlaces {
  readonly stage: Rect;
  /** A and P, where there is room for them. */
  readonly poles: readonly (At & { readonly text: 'A' | 'P' })[];
  readonly bar: At;
  readonly number: TextAt;
  /** Size of "/ 120 slices"; beside the number, or `below` it (px) where it would reach past `until`. */
  readonly total: { readonly size: number; readonly until: number; readonly below: number };
  /** Right-aligned: name, level, width; with one row all three in it. */
  readonly window: { readonly right: number; readonly rows: readonly number[]; readonly size: number };
  /** Where the coronal locator may stand, and its caption. */
  readonly minimap: Rect & { readonly caption: TextAt };
}

/** 04: texts hang from the thread's row (distances upwards and downwards from it). */
export interface HighlightPlaces {
  readonly stage: Rect;
  /** Screen column of the lesion, and row of the top of a box `BOX_MARGIN_MM` outside it. */
  readonly lesion: At;
  /** R and L, from 03 on. */
  readonly letters: {
    readonly y: number;
    readonly from: readonly [number, number];
    readonly to: readonly [number, number];
  };
  readonly bar: At;
  /** From the right edge along the mark's top, or from the left edge along a row and up to the mark's right tangent. */
  readonly thread:
    | { readonly from: 'right'; readonly label: number }
    | { readonly from: 'left'; readonly row: number; readonly bend: number };
  readonly name: { readonly x: number; readonly up: number; readonly room: number; readonly sizes: readonly number[] };
  readonly hero: {
    readonly x: number;
    readonly size: number;
    readonly up: number;
    readonly unit: number;
    readonly labelUp: number;
    readonly label: number;
  };
  readonly rows: {
    readonly left: number;
    readonly right: number;
    readonly down: number;
    readonly pitch: number;
    readonly size: number;
    /** Name and value as one right-aligned line. */
    readonly joined: boolean;
  };
  readonly note: { readonly size: number; readonly down: number };
  /** Name and note where there is no number; null = as with one. */
  readonly bare: { readonly nameUp: number; readonly noteUp: number } | null;
}

/** 05: the panel, and the call-outs beside or below it. */
export interface ZoomPlaces {
  readonly panel: Rect;
  /** Screen px of `zoomWidthMm`. */
  readonly width: number;
  readonly side: 'right' | 'below';
  /** Rows of the underlines; where the thread and the other leaders begin, and where each leaves its row. */
  readonly rows: readonly [number, number, number];
  readonly start: { readonly thread: number; readonly others: number };
  readonly bends: readonly [number, number, number];
  readonly text: { readonly left: number; readonly right: number; readonly room: number };
  readonly title: { readonly size: number; readonly up: number };
  /** `stacked`: on a line of its own, so that the title stands `lift` higher. */
  readonly value: { readonly size: number; readonly unit: number; readonly lift: number };
  readonly note: { readonly size: number; readonly down: number; readonly pitch: number; readonly lines: number };
  /** Right and lower edge of the whole slice in small; `chip`: on ink, over the panel's corner. */
  readonly locator: { readonly right: number; readonly bottom: number; readonly width: number; readonly chip: boolean };
  readonly times: TextAt;
  readonly slice: At & { readonly anchor: 'start' | 'end' };
}

/** 06: two panels, side by side or one above the other. */
export interface ComparePlaces {
  readonly first: Rect;
  readonly second: Rect;
  readonly stacked: boolean;
  /** Share of the zoom's px per mm, and mm the panel's width shows at least. */
  readonly share: number;
  readonly leastMm: number;
  /** Title above its panel; the number at the right of the same line, or at the left of a line below it. */
  readonly title: { readonly size: number; readonly up: number };
  readonly value: {
    readonly size: number;
    readonly small: number;
    readonly up: number;
    readonly anchor: 'start' | 'end';
  };
  /** Middle of the weave between the panels, and its ticks. */
  readonly weave: { readonly at: number; readonly pitch: number; readonly height: number };
  /** Radius with which the thread turns down into stacked panels. */
  readonly bend: number;
}

export interface ImagePlaces {
  readonly width: number;
  readonly height: number;
  /** Title-safe edges: letters and scale bars of a panel that reaches the frame's edge keep to them. */
  readonly left: number;
  readonly right: number;
  readonly scroll: ScrollPlaces;
  readonly highlight: HighlightPlaces;
  readonly zoom: ZoomPlaces;
  readonly compare: ComparePlaces;
}
