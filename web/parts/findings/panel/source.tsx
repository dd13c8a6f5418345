'use client';
import { Anchor, Button, CopyButton, Popover } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactElement, ReactNode } from 'react';
import { handOf } from '#domain/correction/by-hand';
import type { Features, Finding } from '#domain/finding';
import { useDesk } from '../desk.tsx';
import css from './panel.module.css';
import { shownFeature } from './values.ts';

/** Where a value comes from: model or physician, version, rule, the slices it stands on; to jump there or to cite it. */
export function Source(props: { finding: Finding; feature: keyof Features; children: ReactNode }): ReactElement {
  const { finding, feature } = props;
  const t = useTranslations('findings');
  const { view, show } = useDesk();
  const format = useFormatter();
  const { source, method, certainty } = finding.features[feature];
  const hand = handOf(source);
  const engine = view.engines[0];
  const version = hand ? view.versions.find((item) => String(item.version) === source.version) : null;
  const { min, max } = finding.boxVoxel;
  const slices = min[2] === max[2] ? String(min[2] + 1) : `${min[2] + 1}–${max[2] + 1}`;
  const rule = t.has(`rules.${source.rule}`) ? t(`rules.${source.rule}`) : method;
  const rows: [string, ReactNode][] = [
    [
      t('source.by'),
      hand ? (
        (view.people[hand] ?? hand)
      ) : (
        <>
          {source.model} {source.version} {engine && <code>{shortDigest(engine.sha256)}</code>}
        </>
      ),
    ],
    ...(version?.at
      ? [
          [t('source.when'), `v${version.version}　${format.dateTime(new Date(version.at), DATE)}`] as [
            string,
            ReactNode,
          ],
        ]
      : []),
    [t('source.input'), t('source.slices', { slices })],
    [
      t('source.rule'),
      <>
        <code>{source.rule}</code>
        <br />
        <span className={css.soft}>{rule}</span>
      </>,
    ],
    [t('source.certainty'), certainty === null ? t('source.noCertainty') : certainty.toFixed(2)],
  ];
  const citation = [
    `${finding.id} ${t(`feature.${feature}`)} ${shownFeature(t, finding.features, feature)}`,
    `${source.model} ${source.version}, ${source.rule}`,
    `${view.study.caseCode}, ${t('source.slices', { slices })}, v${view.version}`,
  ].join('; ');
  return (
    <Popover position="left-start" width={320} trapFocus returnFocus classNames={{ dropdown: css.popover ?? '' }}>
      <Popover.Target>{props.children}</Popover.Target>
      <Popover.Dropdown aria-label={t('source.of', { what: `${finding.id} ${t(`feature.${feature}`)}` })}>
        <h3>{t('source.of', { what: `${finding.id} ${t(`feature.${feature}`)}` })}</h3>
        <dl className={css.source}>
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Anchor component="button" type="button" size="sm" onClick={() => show(finding)} mr={16}>
          {t('source.jump', { slice: finding.keySlice + 1 })}
        </Anchor>
        <CopyButton value={citation}>
          {({ copied, copy }) => (
            <Button variant="transparent" size="compact-sm" px={0} onClick={copy}>
              {t(copied ? 'source.copied' : 'source.copy')}
            </Button>
          )}
        </CopyButton>
      </Popover.Dropdown>
    </Popover>
  );
}

const DATE = { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;
const shortDigest = (digest: string): string => `${digest.slice(0, 4)}…${digest.slice(-3)}`;
