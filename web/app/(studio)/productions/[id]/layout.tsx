import { notFound } from 'next/navigation';
import type { ReactElement, ReactNode } from 'react';
import { Refusal } from '../../../../client/refusal.ts';
import { ProductionTabs } from '../../../../parts/production/tabs.tsx';
import { Crumbed } from '../../../../parts/shell/crumbs.tsx';
import { production } from '../../../../server/production.ts';

/** The pages of one production: its name in the header, its tabs. Whoever may not see it learns nothing of it. */
export default async function ProductionLayout(props: {
  params: Promise<{ id: string }>;
  children: ReactNode;
}): Promise<ReactElement> {
  const { id } = await props.params;
  const one = await production(id).catch((error: unknown) => {
    if (error instanceof Refusal && error.status === 404) notFound();
    throw error;
  });
  return (
    <>
      <Crumbed
        crumbs={[{ text: one.caseCode ?? id, href: `/productions/${id}` }, ...(one.title ? [{ text: one.title }] : [])]}
      />
      <ProductionTabs id={id} />
      {props.children}
    </>
  );
}
