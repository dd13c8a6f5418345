import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { Choices } from '#domain/choices';
import { refuseAction } from '#domain/policy';
import { Upload } from '#domain/upload';
import { NewProduction } from '../../../../parts/order/new-production.tsx';
import { RefusalPage } from '../../../../parts/refusal-of.tsx';
import { Refused } from '../../../../parts/refused.tsx';
import { Crumbed } from '../../../../parts/shell/crumbs.tsx';
import { Words } from '../../../../parts/words.tsx';
import { api, session } from '../../../../server/api.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('order'))('title') };
}

/** From images to an ordered film; `?upload=` is the upload one goes on with. */
export default async function NewProductionPage(props: {
  searchParams: Promise<{ upload?: string }>;
}): Promise<ReactElement> {
  const { upload: wanted } = await props.searchParams;
  const t = await getTranslations('order');
  const { actor } = await session();
  if (refuseAction('production.create', actor, null)) return <Refused kind="forbidden" text={t('refused')} />;
  try {
    const [choices, uploads, upload] = await Promise.all([
      api.GET('/api/choices'),
      api.GET('/api/uploads'),
      wanted ? api.GET('/api/uploads/{id}', { params: { path: { id: wanted } } }) : null,
    ]);
    return (
      <Words spaces={['order']}>
        <Crumbed crumbs={[{ text: t('title') }]} />
        <NewProduction
          key={wanted ?? 'new'}
          choices={Choices.parse(choices.data)}
          unfinished={Upload.array().parse(uploads.data)}
          begun={upload ? Upload.parse(upload.data) : null}
        />
      </Words>
    );
  } catch (error) {
    return <RefusalPage error={error} language={await getLocale()} />;
  }
}
