'use client';
import { type ReactElement, type ReactNode, useState } from 'react';
import css from './thumb.module.css';

/** The small picture of a production, on dark; nothing drawn yet: the dark alone. */
export function Thumb(props: { id: string; size?: 'row' | 'head' | 'card'; children?: ReactNode }): ReactElement {
  const [there, setThere] = useState(true);
  return (
    <span className={`${css.thumb} ${css[props.size ?? 'row'] ?? ''}`}>
      {there && (
        // biome-ignore lint/performance/noImgElement: served by our API under the reader's permission, never optimised or cached
        <img
          src={`/api/productions/${props.id}/thumbnail`}
          alt=""
          loading="lazy"
          decoding="async"
          // It may have failed before this code ran.
          ref={(image) => {
            if (image?.complete && image.naturalWidth === 0) setThere(false);
          }}
          onError={() => setThere(false)}
        />
      )}
      {props.children}
    </span>
  );
}
