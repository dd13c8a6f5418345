'use client';
import { Alert, Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import type { Choices } from '#domain/choices';
import type { Upload } from '#domain/upload';
import { Keys } from '../keys.tsx';
import { LinkButton } from '../link-button.tsx';
import { Problem } from '../problem.tsx';
import { Content } from './content.tsx';
import { FilmForm } from './film-form.tsx';
import { ImagesStep } from './images-step.tsx';
import css from './order.module.css';
import { TellingForm } from './telling-form.tsx';
import { useOrder, type Wishes } from './use-order.ts';
import { useUpload } from './use-upload.ts';

interface Props {
  readonly choices: Choices;
  readonly unfinished: readonly Upload[];
  readonly begun: Upload | null;
}

/** The whole order on one page: images at the left, what was found in them at the right, what is still missing at the foot. */
export function NewProduction({ choices, unfinished, begun }: Props): ReactElement {
  const t = useTranslations('order');
  const coming = useUpload(begun);
  const [wishes, setWishes] = useState<Wishes>(() => firstWishes(choices));
  const wish = (change: Partial<Wishes>) => setWishes((before) => ({ ...before, ...change }));
  const order = useOrder(coming, wishes);
  useHotkeys([['mod+Enter', () => order.start()]], []);
  return (
    <div className={css.page}>
      <div className={css.left}>
        <div className={css.steps}>
          <h1 className={css.hidden}>{t('title')}</h1>
          <Closed upload={coming.upload} />
          <ImagesStep coming={coming} unfinished={begun ? [] : unfinished} />
          <FilmForm choices={choices} wishes={wishes} wish={wish} department={coming.upload?.departmentId ?? null} />
          <TellingForm choices={choices} wishes={wishes} wish={wish} report={coming.upload?.report ?? null} />
        </div>
        <footer className={css.foot}>
          <div className={css.footText} aria-live="polite">
            <Problem error={order.error} />
            {!order.error &&
              (order.missing.length > 0
                ? t('missing.steps', { count: order.missing.length, what: t(`missing.${order.missing[0]!}`) })
                : t('ready'))}
          </div>
          <Button
            size="sm"
            disabled={order.missing.length > 0}
            loading={order.busy}
            onClick={order.start}
            rightSection={<Keys keys={['Ctrl', 'Enter']} />}
          >
            {t('start')}
          </Button>
        </footer>
      </div>
      <Content coming={coming} wishes={wishes} wish={wish} />
    </div>
  );
}

function Closed({ upload }: { upload: Upload | null }): ReactElement | null {
  const t = useTranslations('order');
  if (upload?.state === 'used' && upload.productionId)
    return (
      <Alert color="indigoThread" title={t('used')}>
        <LinkButton href={`/productions/${upload.productionId}`} variant="default" size="xs">
          {t('toProduction')}
        </LinkButton>
      </Alert>
    );
  if (upload?.state === 'dropped')
    return (
      <Alert color="warn" title={t('dropped')}>
        <LinkButton href="/productions/new" variant="default" size="xs">
          {t('again')}
        </LinkButton>
      </Alert>
    );
  return null;
}

const firstWishes = ({ templates, brands, speakers, languages, audiences, filmSeries }: Choices): Wishes => ({
  series: null,
  confirmed: false,
  title: '',
  filmSeries: filmSeries[0]?.name ?? '',
  template: templates[0]!.ref,
  aspect: null,
  brand: brands[0]!.ref,
  speaker: speakers[0]!.id,
  language: languages[0]!,
  audience: audiences[0]!,
  purpose: 'unknown',
});
