import type { ReactElement } from 'react';
import { StatusBadge } from '../../../../parts/status-badge.tsx';
import { RowThread } from '../../../../parts/thread.tsx';
import { production } from '../../../../server/production.ts';
import { knotsOf } from '../../../../state/knots.ts';

export default async function Overview(props: { params: Promise<{ id: string }> }): Promise<ReactElement> {
  const one = await production((await props.params).id);
  return (
    <section style={{ padding: 24 }}>
      <h1>{one.title ?? one.id}</h1>
      <StatusBadge status={one.status} stage={one.progress?.stage ?? null} />
      <RowThread knots={knotsOf(one.progress)} />
    </section>
  );
}
