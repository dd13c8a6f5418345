import { Skeleton } from '@mantine/core';
import type { ReactElement } from 'react';
import card from '../card.module.css';
import css from './list.module.css';

const ROWS = Array.from({ length: 10 }, (_, index) => index);

/** Rows of the final height, shown only when reading takes longer than a blink. */
export function ListSkeleton({ label }: { label: string }): ReactElement {
  return (
    <div className={`${card.card} ${css.skeleton}`} role="status" aria-label={label}>
      {ROWS.map((row) => (
        <div key={row} className={css.row}>
          <Skeleton width={80} height={44} radius="xs" animate={false} />
          <span className={css.what}>
            <Skeleton width={`${30 + ((row * 13) % 25)}%`} height={12} mb={8} animate={false} />
            <Skeleton width="16%" height={8} animate={false} />
          </span>
          <Skeleton width={160} height={8} animate={false} />
          <Skeleton width={64} height={20} radius="xs" animate={false} />
          <Skeleton width={88} height={8} animate={false} />
        </div>
      ))}
    </div>
  );
}
