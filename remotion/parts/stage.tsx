import type { ReactElement, ReactNode } from 'react';

/** The full-frame SVG a scene draws on, absolute px. */
export function Stage(props: { width: number; height: number; children: ReactNode }): ReactElement {
  return (
    <svg
      width={props.width}
      height={props.height}
      viewBox={`0 0 ${props.width} ${props.height}`}
      style={{ position: 'absolute', left: 0, top: 0, overflow: 'visible' }}
      aria-hidden="true"
    >
      {props.children}
    </svg>
  );
}
