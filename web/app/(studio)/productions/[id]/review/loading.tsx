import { Skeleton } from '@mantine/core';
import type { ReactElement } from 'react';
import css from '../../../../../parts/review/review-room.module.css';

/** The shape of the room while it is fetched. */
export default function Loading(): ReactElement {
  return (
    <div className={css.room} aria-busy="true">
      <div className={css.left} />
      <div className={css.panel}>
        <div className={css.waiting}>
          {[28, 40, 150, 34, 240].map((height) => (
            <Skeleton key={height} height={height} />
          ))}
        </div>
      </div>
    </div>
  );
}
