import type { ReactElement } from 'react';
import type { Brand } from '#domain/brand';
import { placesOf } from '#domain/film/image-layouts';
import { minimapRow, type ScrollReadout } from '#domain/film/scroll';
import { StoredImage } from '../assets.tsx';
import { themeOf } from '../theme.ts';
import { Line } from './text.tsx';
import { Thread } from './thread.tsx';

/** How far the line runs past the picture before it ends in its disc. */
const OVERHANG = 26;

/** The coronal plane beside the stack. */
export function MinimapPicture(props: { readout: ScrollReadout; opacity: number }): ReactElement {
  const { picture, place } = props.readout.minimap;
  return (
    <StoredImage
      image={picture.image}
      width={place.width}
      height={place.height}
      style={{ position: 'absolute', left: place.x, top: place.y, opacity: props.opacity }}
    />
  );
}

/** Its line is the thread: from the right edge, at the slice shown. */
export function MinimapLine(props: {
  readout: ScrollReadout;
  slice: number;
  drawn: number;
  opacity: number;
  /** Of its caption. */
  entrance: { opacity: number; shift: number } | undefined;
  frame: { width: number; height: number };
  brand: Brand;
}): ReactElement {
  const theme = themeOf(props.brand);
  const { caption } = placesOf(props.frame).scroll.minimap;
  const { place, text } = props.readout.minimap;
  const y = minimapRow(props.readout, props.slice);
  const end = place.x - OVERHANG;
  return (
    <g opacity={props.opacity}>
      <Thread
        d={`M${props.frame.width + 10} ${y}H${end}`}
        drawn={props.drawn}
        colour={theme.accent}
        casing={theme.ink}
      />
      {props.drawn === 1 ? <circle cx={end} cy={y} r={7} fill={theme.accent} /> : null}
      <Line
        x={caption.x}
        y={caption.y}
        type="small"
        size={caption.size}
        brand={props.brand}
        fill={theme.mute}
        {...props.entrance}
      >
        {text}
      </Line>
    </g>
  );
}
