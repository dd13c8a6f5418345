import { getLocale, getTimeZone, getTranslations } from 'next-intl/server';
import type { ReactElement, ReactNode } from 'react';
import { checkName } from '#domain/check-names';
import type { ProductionDetail } from '#domain/production';
import type { Manifest, QcReport, ReleaseRecord } from '#domain/release';
import type { Language } from '#domain/script';
import { listed } from '../../state/listed.ts';
import { partsOf, timecode } from '../../state/time.ts';
import card from '../card.module.css';
import css from './film.module.css';

type Row = readonly [name: string, value: ReactNode];

function Facts({ title, id, rows }: { title: string; id: string; rows: readonly Row[] }): ReactElement {
  return (
    <section className={`${card.card} ${css.paper}`} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <dl className={css.facts}>
        {rows.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A digest as people compare it: its first two groups of four. */
const short = (digest: string): string => `${digest.slice(0, 4)}-${digest.slice(4, 8)}`.toUpperCase();

/** Who let this film out, and what it was. */
export async function ReleasePaper(props: {
  detail: ProductionDetail;
  release: ReleaseRecord | null;
}): Promise<ReactElement> {
  const { detail, release } = props;
  const [t, tc, timeZone] = await Promise.all([
    getTranslations('production.film'),
    getTranslations('common'),
    getTimeZone(),
  ]);
  if (!release) {
    const who = tc(`roles.${detail.filmGate}`);
    return (
      <section className={`${card.card} ${css.paper}`} aria-labelledby="record">
        <h2 id="record">{t('record')}</h2>
        <p className={card.meta}>{t('waits', { who })}</p>
      </section>
    );
  }
  const signed = ({ by, at, onBehalfOf, ownWork }: ReleaseRecord['approvals']['script']): string => {
    const { month, date, clock } = partsOf(new Date(at), timeZone);
    return [
      by.displayName,
      onBehalfOf && t('onBehalf', { name: onBehalfOf.displayName }),
      tc('time.dayClock', { month, day: date, clock }),
      ownWork && t('ownWork'),
      by.demo && t('demo'),
    ]
      .filter(Boolean)
      .join(' · ');
  };
  const rows: Row[] = [
    [t('version'), `v${release.version}`],
    [t('approvedScript'), signed(release.approvals.script)],
    [t('approvedFilm'), signed(release.approvals.film)],
    [t('digest'), <code key="digest">{short(release.film)}</code>],
  ];
  return <Facts title={t('record')} id="record" rows={rows} />;
}

/** What the gate looked at in the finished file, and what it found. */
export async function QualityPaper({ quality }: { quality: QcReport }): Promise<ReactElement> {
  const t = await getTranslations('production.film');
  const language = (await getLocale()) as Language;
  const { checks } = quality;
  const failed = checks.filter(({ passed }) => !passed).length;
  return (
    <section className={`${card.card} ${css.paper}`} aria-labelledby="quality">
      <h2 id="quality">{t('quality')}</h2>
      <details className={css.checks}>
        <summary>
          {failed === 0 ? t('qualityPassed', { count: checks.length }) : t('qualityFailed', { count: failed })}
        </summary>
        <dl className={css.facts}>
          {checks.map(({ id, passed, found }) => (
            <div key={id} style={{ display: 'contents' }}>
              <dt>{checkName(id, language)}</dt>
              <dd>{passed ? found : t('checkFailed', { found })}</dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

/** Where the film comes from, in short; the whole of it is the manifest. */
export async function SourcePaper({ manifest }: { manifest: Manifest }): Promise<ReactElement> {
  const t = await getTranslations('production.film');
  const { film, study, demonstration, labels } = manifest;
  const locale = await getLocale();
  const rows: Row[] = [
    [t('length'), timecode(film.durationInFrames / film.fps)],
    [t('size'), `${film.width} × ${film.height}，${film.fps} fps`],
    [t('case'), [study.caseCode, demonstration.simulatedData && t('simulated')].filter(Boolean).join(' · ')],
    [t('template'), manifest.template],
    [t('brand'), manifest.brand],
    [t('voice'), listed([...new Set(manifest.speech.map(({ detail, id }) => detail || id))], locale)],
    [
      t('models'),
      listed(
        manifest.models.map(({ id, version }) => `${id} ${version}`),
        locale,
      ),
    ],
    [t('labels'), listed(labels, locale)],
  ];
  return <Facts title={t('source')} id="source" rows={rows.filter(([, value]) => value !== '')} />;
}
