import type { ReactElement, ReactNode } from 'react';
import type { Rect } from '#domain/film/image-places';
import type { Picture } from '#domain/film/pictures';
import { pictureRect, type View } from '#domain/film/placement';
import { StoredImage } from '../assets.tsx';

/** A window on the stage: what lies outside it is cut off. Its children keep the frame's own coordinates. */
export function Clip(props: { rect: Rect; opacity?: number; children: ReactNode }): ReactElement {
  const { x, y, width, height } = props.rect;
  return (
    <div style={{ position: 'absolute', left: x, top: y, width, height, overflow: 'hidden', opacity: props.opacity }}>
      <div style={{ position: 'absolute', left: -x, top: -y }}>{props.children}</div>
    </div>
  );
}

/** A CT picture in a view. Grey values are shown as they are: no filter, no tint, no sharpening. */
export function CtImage(props: { picture: Picture; view: View; hidden?: boolean; opacity?: number }): ReactElement {
  const { x, y, width, height } = pictureRect(props.picture, props.view);
  return (
    <StoredImage
      image={props.picture.image}
      width={width}
      height={height}
      style={{
        position: 'absolute',
        left: x,
        top: y,
        maxWidth: 'none',
        visibility: props.hidden ? 'hidden' : 'visible',
        opacity: props.opacity,
      }}
    />
  );
}
