import type { ReactElement } from 'react';
import { SCROLL_STAGE } from '#domain/film/placement';
import type { ScrollProps, ScrollState } from '#domain/film/scroll';
import { Clip, CtImage } from '../parts/ct-image.tsx';
import { CtLetters, type Letter } from '../parts/ct-letters.tsx';
import { MinimapPicture } from '../parts/minimap.tsx';
import { ScaleBar } from '../parts/scale-bar.tsx';
import { ScrollReadout } from '../parts/scroll-readout.tsx';
import { Stage } from '../parts/stage.tsx';

/** Above and below the patient in 03. */
export const SCROLL_POLES: readonly Letter[] = [
  { text: 'A', x: 657, y: 142 },
  { text: 'P', x: 657, y: 858 },
];
/** At the patient's sides; they stay through 04. */
export const SCROLL_SIDES: readonly Letter[] = [
  { text: 'R', x: 114, y: 446 },
  { text: 'L', x: 1206, y: 446 },
];

/** 03: the stack, its read-outs, and the locator whose line is the thread. Every slice is decoded before the first frame. */
export function Scroll({ props, state }: { props: ScrollProps; state: ScrollState }): ReactElement {
  const shown = state.slice - props.pace.first;
  const { readout, brand } = props;
  return (
    <>
      <Clip rect={SCROLL_STAGE} opacity={state.image}>
        {props.stack.map((picture, index) => (
          <CtImage key={picture.image.role} picture={picture} view={props.view} hidden={index !== shown} />
        ))}
      </Clip>
      <MinimapPicture readout={readout} opacity={state.image} />
      <Stage width={props.width} height={props.height}>
        <CtLetters letters={[...SCROLL_POLES, ...SCROLL_SIDES]} brand={brand} opacity={state.image} />
        {readout.bar ? (
          <ScaleBar x={96} y={840} {...readout.bar} scale={props.view.scale} brand={brand} opacity={state.image} />
        ) : null}
        <ScrollReadout readout={readout} state={state} opacity={1} brand={brand} />
      </Stage>
    </>
  );
}
