'use client';
import { Button, Group, NumberInput, Select, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { Lobe, NoduleType } from '#domain/finding';
import { useDesk } from '../desk.tsx';
import { shownMm, withCorrection } from '../draft.ts';
import css from './panel.module.css';

/** A finding being added: its axes are drawn on the image, its type and lobe are chosen here. */
export function AddForm(): ReactElement | null {
  const t = useTranslations('findings');
  const { adding, setAdding, draft, setDraft, view, place, go } = useDesk();
  const [type, setType] = useState<NoduleType>('solid');
  const [lobe, setLobe] = useState<Lobe | null>(null);
  const [part, setPart] = useState<number | null>(null);
  if (!adding) return null;
  const { long, short } = shownMm(adding, view.study.geometry);
  const whole = lobe !== null && (type !== 'part-solid' || (part !== null && part > 0));
  const add = () => {
    if (!lobe) return;
    const solidDiameterMm = type === 'part-solid' ? part : null;
    setDraft(withCorrection(draft, { change: 'add', ...adding, type, solidDiameterMm, lobe, reason: '' }));
    setAdding(null);
  };
  return (
    <section className={css.adding} aria-label={t('adding.title')}>
      <h3>{t('adding.title')}</h3>
      <p className={css.soft}>{t('adding.text')}</p>
      <p>
        {t('slice', { slice: adding.slice + 1, total: view.study.geometry.slices })}　{t('feature.longAxisMm')} {long}{' '}
        mm　
        {t('feature.shortAxisMm')} {short} mm
      </p>
      <Stack gap={8}>
        {adding.slice !== place.slice && (
          <Group gap={8}>
            <Button variant="default" size="compact-sm" onClick={() => go({ slice: adding.slice })}>
              {t('adding.goTo', { slice: adding.slice + 1 })}
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => setAdding({ ...adding, slice: place.slice })}>
              {t('adding.moveHere', { slice: place.slice + 1 })}
            </Button>
          </Group>
        )}
        <Group gap={8} grow>
          <Select
            size="xs"
            label={t('feature.lobe')}
            value={lobe}
            placeholder={t('adding.choose')}
            data={Lobe.options.map((value) => ({ value, label: t(`words.lobe.${value}`) }))}
            onChange={(value) => setLobe(value ? Lobe.parse(value) : null)}
          />
          <Select
            size="xs"
            label={t('feature.type')}
            allowDeselect={false}
            value={type}
            data={NoduleType.options.map((value) => ({ value, label: t(`words.type.${value}`) }))}
            onChange={(value) => value && setType(NoduleType.parse(value))}
          />
          {type === 'part-solid' && (
            <NumberInput
              size="xs"
              label={t('feature.solidDiameterMm')}
              suffix=" mm"
              min={0.5}
              max={200}
              decimalScale={1}
              value={part ?? ''}
              onChange={(value) => setPart(typeof value === 'number' ? value : null)}
            />
          )}
        </Group>
        <Group justify="flex-end" gap={8}>
          <Button variant="default" size="xs" onClick={() => setAdding(null)}>
            {t('giveUp')}
          </Button>
          <Button size="xs" disabled={!whole} onClick={add}>
            {t('adding.do')}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
