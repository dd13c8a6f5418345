import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { DraftDesk } from '#domain/draft';
import { Refusal } from '../../../../../client/refusal.ts';
import { Empty } from '../../../../../parts/empty.tsx';
import { RefusalPage } from '../../../../../parts/refusal-of.tsx';
import { ScriptDesk } from '../../../../../parts/script/desk.tsx';
import { Words } from '../../../../../parts/words.tsx';
import { api } from '../../../../../server/api.ts';

/** Where the narration is written, checked, heard and seen. `?s=` sentence, `?v=` an older version, `?compare=` with another one. */
export default async function ScriptPage(props: { params: Promise<{ id: string }> }): Promise<ReactElement> {
  const { id } = await props.params;
  const t = await getTranslations('script');
  try {
    const { data } = await api.GET('/api/productions/{id}/draft', { params: { path: { id } } });
    return (
      <Words spaces={['script']}>
        <ScriptDesk id={id} first={DraftDesk.parse(data)} />
      </Words>
    );
  } catch (error) {
    if (error instanceof Refusal && error.code === 'NOT_FOUND')
      return <Empty title={t('none.title')} text={t('none.text')} />;
    return <RefusalPage error={error} language={await getLocale()} />;
  }
}
