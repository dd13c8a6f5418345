import type { ReactElement } from 'react';
import { placesOf } from '#domain/film/image-layouts';
import type { ScrollProps, ScrollState } from '#domain/film/scroll';
import { Clip, CtImage } from '../parts/ct-image.tsx';
import { CtLetters } from '../parts/ct-letters.tsx';
import { MinimapPicture } from '../parts/minimap.tsx';
import { ScaleBar } from '../parts/scale-bar.tsx';
import { ScrollReadout } from '../parts/scroll-readout.tsx';
import { Stage } from '../parts/stage.tsx';

/** 03: the stack, its read-outs, and the locator whose line is the thread. Every slice is decoded before the first frame. */
export function Scroll({ props, state }: { props: ScrollProps; state: ScrollState }): ReactElement {
  const shown = state.slice - props.pace.first;
  const { readout, brand } = props;
  const { scroll, highlight } = placesOf(props);
  const { y, from } = highlight.letters;
  return (
    <>
      <Clip rect={scroll.stage} opacity={state.image}>
        {props.stack.map((picture, index) => (
          <CtImage key={picture.image.role} picture={picture} view={props.view} hidden={index !== shown} />
        ))}
      </Clip>
      <MinimapPicture readout={readout} opacity={state.image} />
      <Stage width={props.width} height={props.height}>
        <CtLetters letters={scroll.poles} brand={brand} opacity={state.image} />
        <CtLetters
          letters={[
            { text: 'R', x: from[0], y },
            { text: 'L', x: from[1], y },
          ]}
          brand={brand}
          opacity={state.image}
          onImage={from[0] > scroll.stage.x}
          quiet
        />
        {readout.bar ? (
          <ScaleBar {...scroll.bar} {...readout.bar} scale={props.view.scale} brand={brand} opacity={state.image} />
        ) : null}
        <ScrollReadout readout={readout} state={state} opacity={1} frame={props} brand={brand} />
      </Stage>
    </>
  );
}
