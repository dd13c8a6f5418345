import { Badge, Group, Table, TableTbody, TableTd, TableTh, TableThead, TableTr } from '@mantine/core';
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { EnginesAnswer } from '#domain/house-report';
import card from '../../../../../parts/card.module.css';
import { RefusalPage } from '../../../../../parts/refusal-of.tsx';
import css from '../../../../../parts/settings/settings.module.css';
import { Top } from '../../../../../parts/settings/top.tsx';
import { api } from '../../../../../server/api.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('tabs.engines') };
}

/** What measures and what speaks on this machine. */
export default async function EnginesPage(): Promise<ReactElement> {
  const t = await getTranslations('settings.engines');
  try {
    const { models, lastRun, speech } = EnginesAnswer.parse((await api.GET('/api/engines')).data);
    return (
      <div className={css.stack}>
        <Top title={t('title')} text={t('text')} />
        <h3>{t('models')}</h3>
        <LastRun run={lastRun} />
        {models.map((model) => (
          <Model key={model.id} model={model} />
        ))}
        <h3>{t('speech')}</h3>
        {speech.map((engine) => (
          <Voices key={engine.id} engine={engine} />
        ))}
      </div>
    );
  } catch (error) {
    return <RefusalPage error={error} language={await getLocale()} />;
  }
}

async function LastRun({ run }: { run: EnginesAnswer['lastRun'] }): Promise<ReactElement> {
  const t = await getTranslations('settings.engines');
  if (!run) return <p className={css.hint}>{t('noRun')}</p>;
  const why = run.fallback && t(run.fallback.includes('not installed') ? 'why.library' : 'why.device');
  return (
    <p className={css.hint}>
      {t('lastRun', { provider: t(run.provider) })}
      {why && ` · ${t('fallback', { why })}`}
    </p>
  );
}

async function Model({ model }: { model: EnginesAnswer['models'][number] }): Promise<ReactElement> {
  const t = await getTranslations('settings.engines');
  return (
    <section className={`${card.card} ${css.section}`}>
      <Group gap="sm">
        <strong>
          {model.id} {model.version}
        </strong>
        {model.tier && <Badge color="gray">{t(`tier.${model.tier}`)}</Badge>}
        {model.chosen && <Badge color="ok">{t('chosen')}</Badge>}
        {model.problem && <Badge color="bad">{t('broken', { why: model.problem })}</Badge>}
      </Group>
      <p lang="en">{model.intendedUse}</p>
      <ul className={`${css.limits} ${css.hint}`} lang="en" aria-label={t('limits')}>
        {model.limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </section>
  );
}

async function Voices({ engine }: { engine: EnginesAnswer['speech'][number] }): Promise<ReactElement> {
  const t = await getTranslations('settings.engines');
  const tier = t.has(`tier.${engine.tier}` as 'tier.formant')
    ? t(`tier.${engine.tier}` as 'tier.formant')
    : engine.tier;
  return (
    <section className={css.table}>
      <div className={card.head}>
        <strong>
          {engine.id} {engine.version}
        </strong>
        <Badge color="gray">{tier}</Badge>
        {engine.problem && <Badge color="bad">{t('broken', { why: engine.problem })}</Badge>}
      </div>
      <Table verticalSpacing={6}>
        <TableThead>
          <TableTr>
            <TableTh>{t('lang')}</TableTh>
            <TableTh>{t('who')}</TableTh>
            <TableTh>{t('voice')}</TableTh>
          </TableTr>
        </TableThead>
        <TableTbody>
          {engine.voices.map(({ language, speaker, voice }) => (
            <TableTr key={`${language} ${speaker}`}>
              <TableTd>{t(`language.${language}` as 'language.en')}</TableTd>
              <TableTd>{t(`speaker.${speaker}` as 'speaker.narrator')}</TableTd>
              <TableTd>
                <code>{voice}</code>
              </TableTd>
            </TableTr>
          ))}
        </TableTbody>
      </Table>
    </section>
  );
}
