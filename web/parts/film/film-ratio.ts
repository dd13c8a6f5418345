import type { CSSProperties } from 'react';

/** Hands a film's width to height to the style sheets as `--film`. */
export const filmRatio = (frame: { readonly width: number; readonly height: number }): CSSProperties =>
  ({ '--film': frame.width / frame.height }) as CSSProperties;
