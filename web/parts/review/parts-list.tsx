'use client';
import { SegmentedControl, UnstyledButton } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { minutes } from '#domain/frames';
import type { ReviewRoom } from '#domain/review';
import { sentenceAt } from '#domain/review-timeline';
import { isSeen } from '#domain/seen';
import { FindingChip } from '../finding-chip.tsx';
import { ChangedWords } from './changed-words.tsx';
import css from './panel.module.css';
import { useRoomParts } from './room-context.tsx';
import { useClock } from './use-clock.ts';

type Tab = 'changes' | 'all' | 'findings';
/** Reading takes time: so long a row must stay in view, and so much longer for each sign of it. */
const READ_MS = 700;
const READ_SIGN_MS = 35;

/** What changed, the whole text, the findings: each row leads to its place in the film. */
export function PartsList(): ReactElement {
  const t = useTranslations('review.parts');
  const { room } = useRoomParts();
  const counts = {
    changes: room.changes.length,
    all: room.timeline.sentences.length,
    findings: room.findings.length,
  };
  const tabs: Tab[] = room.compare === null ? ['all', 'findings'] : ['changes', 'all', 'findings'];
  const [chosen, setTab] = useState<Tab>(tabs[0]!);
  const tab = tabs.includes(chosen) ? chosen : tabs[0]!;
  return (
    <div className={css.parts}>
      <div className={css.tabs}>
        <SegmentedControl
          size="sm"
          value={tab}
          onChange={(value) => setTab(value as Tab)}
          data={tabs.map((value) => ({ value, label: `${t(value)} ${counts[value]}` }))}
          aria-label={t('label')}
        />
        {room.compare !== null && (
          <span className={css.versions}>
            v{room.compare} → v{room.version}
          </span>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls can be reached by keyboard */}
      <section className={css.scroll} tabIndex={0} aria-label={t(tab)}>
        {tab === 'changes' && <Changes />}
        {tab === 'all' && <WholeText />}
        {tab === 'findings' && <Findings room={room} />}
      </section>
    </div>
  );
}

function Changes(): ReactElement {
  const t = useTranslations('review.parts');
  const tr = useTranslations('review');
  const { room } = useRoomParts();
  const scenes = room.timeline.scenes.filter((scene) => scene.changed);
  if (room.changes.length === 0 && scenes.length === 0) return <p className={css.none}>{t('noChanges')}</p>;
  return (
    <>
      <ol>
        {room.changes.map((change) => (
          <PartRow key={change.id} part={change} number={change.number}>
            <ChangedWords parts={change.parts} />
            {change.fields.length > 0 && (
              <small className={css.fields}>
                {t('fields', {
                  list: change.fields.map((field) => t(`field.${field as 'emphasis'}`)).join(t('comma')),
                })}
              </small>
            )}
          </PartRow>
        ))}
      </ol>
      {scenes.length > 0 && (
        <p className={css.scenes}>
          {t('scenes', {
            count: scenes.length,
            list: scenes.map((scene) => `${scene.number} ${tr(`scene.${scene.kind}`)}`).join(t('comma')),
          })}
        </p>
      )}
    </>
  );
}

function WholeText(): ReactElement {
  const { room } = useRoomParts();
  const changes = new Map(room.changes.map((change) => [change.id, change]));
  return (
    <ol>
      {room.timeline.sentences.map((sentence) => {
        const change = changes.get(sentence.id);
        return (
          <PartRow key={sentence.id} part={sentence} number={sentence.number} reading>
            {change ? <ChangedWords parts={change.parts} /> : sentence.text}
            {sentence.findingIds.length > 0 && (
              <span className={css.chips}>
                {sentence.findingIds.map((id) => (
                  <FindingChip key={id} finding={id} />
                ))}
              </span>
            )}
          </PartRow>
        );
      })}
    </ol>
  );
}

/** A sentence: where it is heard, whether it was seen, its words. `reading`: having it in view long enough to read is seeing it. */
function PartRow(props: {
  part: { readonly id: string; readonly from: number; readonly endFrame: number };
  number: number | null;
  reading?: boolean;
  children: ReactNode;
}): ReactElement {
  const t = useTranslations('review.parts');
  const tr = useTranslations('review');
  const { room, clock, seen, visit, note } = useRoomParts();
  const { part } = props;
  const done = isSeen(part, seen);
  const here = useClock(clock, ({ frame }) => sentenceAt(room.timeline, frame)?.id === part.id);
  const row = useRef<HTMLLIElement>(null);
  // The finished film is watched; only its script is read.
  const read = props.reading === true && !done && room.sheet.rows.every(({ key }) => key !== 'film');
  useReading(row, read, () => note([part.id]));
  return (
    <li ref={row} className={css.part} data-here={here || undefined}>
      <UnstyledButton className={css.partLine} onClick={() => visit(part)}>
        <span className={css.partHead}>
          <b>{minutes(part.from, room.timeline.fps)}</b>
          <span>{props.number === null ? t('takenOut') : tr('sentenceNumber', { number: props.number })}</span>
          <span className={css.seen} data-seen={done || undefined}>
            {done ? <IconEye size={14} aria-hidden /> : <IconEyeOff size={14} aria-hidden />}
            {t(done ? 'seen' : 'unseen')}
          </span>
        </span>
        <span className={css.sentence}>{props.children}</span>
      </UnstyledButton>
    </li>
  );
}

function useReading(row: React.RefObject<HTMLElement | null>, on: boolean, done: () => void): void {
  const tell = useRef(done);
  tell.current = done;
  useEffect(() => {
    const element = row.current;
    if (!on || !element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const needed = READ_MS + READ_SIGN_MS * (element.textContent?.length ?? 0);
    const watcher = new IntersectionObserver(
      ([entry]) => {
        clearTimeout(timer);
        if (entry?.isIntersecting)
          timer = setTimeout(() => document.visibilityState === 'visible' && tell.current(), needed);
      },
      { threshold: 0.9 },
    );
    watcher.observe(element);
    return () => {
      clearTimeout(timer);
      watcher.disconnect();
    };
  }, [row, on]);
}

function Findings({ room }: { room: ReviewRoom }): ReactElement {
  const t = useTranslations('review.parts');
  const format = useFormatter();
  const mm = (value: number) => `${format.number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} mm`;
  if (room.findings.length === 0) return <p className={css.none}>{t('noFindings')}</p>;
  return (
    <ol>
      {room.findings.map((finding) => (
        <li key={finding.id} className={css.part}>
          <span className={css.partHead}>
            <b>{finding.id}</b>
            <span>
              {t(`lobe.${finding.lobe as 'RUL'}`)} · {t(`type.${finding.type as 'solid'}`)}
            </span>
            {room.compare !== null && (
              <span className={css.change} data-changed={finding.changed || undefined}>
                {t(finding.changed ? 'changed' : 'same')}
              </span>
            )}
          </span>
          <span className={css.chips}>
            <FindingChip
              finding={finding.id}
              name={t('longAxis')}
              value={mm(finding.longAxisMm)}
              href={`/productions/${room.production.id}/findings?f=${finding.id}&z=${finding.slice}`}
            />
            <FindingChip finding={finding.id} name={t('shortAxis')} value={mm(finding.shortAxisMm)} />
          </span>
          <small className={css.fields}>{t('slice', { slice: finding.slice, source: finding.source })}</small>
        </li>
      ))}
    </ol>
  );
}
