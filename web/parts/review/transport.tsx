'use client';
import { ActionIcon, Kbd, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconMaximize,
  IconPencil,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
  IconVolume,
  IconVolumeOff,
  IconX,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { CSSProperties, ReactElement, ReactNode } from 'react';
import { timecode } from '#domain/frames';
import { useRoomParts } from './room-context.tsx';
import type { Sound } from './stage.tsx';
import css from './transport.module.css';
import { frameOf, inOf, outOf, rateOf, useClock } from './use-clock.ts';

const ON_STAGE = { '--ai-color': 'var(--stage-text)', '--ai-hover': '#1c1e25' } as CSSProperties;
const RATES = [0.5, 1, 1.5, 2];

/** Play, step, where one is, the range, the sound. */
export function Transport(props: {
  sound: Sound;
  onSound(sound: Sound): void;
  onDraw(): void;
  onLarge(): void;
}): ReactElement {
  const t = useTranslations('review.transport');
  const { room, clock } = useRoomParts();
  const { fps, durationInFrames } = room.timeline;
  const rate = useClock(clock, rateOf);
  const { sound } = props;
  const speed = `${rate === 0 ? 1 : String(rate).replace('-', '−')}×`;
  return (
    <div className={css.bar} role="toolbar" aria-label={t('label')}>
      <Sign label={t('back')} onClick={() => clock.go(0)} wide>
        <IconPlayerSkipBack size={18} />
      </Sign>
      <Sign label={t('frameBack')} onClick={() => clock.step(-1)}>
        <IconChevronLeft size={18} />
      </Sign>
      <Sign label={t(rate === 0 ? 'play' : 'pause')} onClick={() => clock.toggle()} large>
        {rate === 0 ? <IconPlayerPlayFilled size={20} /> : <IconPlayerPauseFilled size={20} />}
      </Sign>
      <Sign label={t('frameOn')} onClick={() => clock.step(1)}>
        <IconChevronRight size={18} />
      </Sign>
      <Sign label={t('end')} onClick={() => clock.go(durationInFrames - 1)} wide>
        <IconPlayerSkipForward size={18} />
      </Sign>
      <Now />
      <span className={css.length}>/ {timecode(durationInFrames, fps)}</span>
      <span className={css.rate}>{room.timeline.source === 'film' ? t('fps', { fps }) : t('preview', { fps })}</span>
      <Range />
      <span className={css.gap} />
      <Menu position="top">
        <Menu.Target>
          <UnstyledButton className={css.speed} aria-label={`${t('speed')} ${speed}`}>
            {speed}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {RATES.map((each) => (
            <Menu.Item key={each} onClick={() => clock.play(each)}>
              {each}×
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Sign label={t('draw')} onClick={props.onDraw} wide>
        <IconPencil size={18} />
      </Sign>
      <Sign
        label={t(sound.muted ? 'soundOn' : 'soundOff')}
        onClick={() => props.onSound({ ...sound, muted: !sound.muted })}
        wide
      >
        {sound.muted ? <IconVolumeOff size={18} /> : <IconVolume size={18} />}
      </Sign>
      <Sign label={t('large')} onClick={props.onLarge}>
        <IconMaximize size={18} />
      </Sign>
    </div>
  );
}

function Sign(props: {
  label: string;
  onClick(): void;
  children: ReactNode;
  /** Left out on narrow windows. */
  wide?: boolean;
  large?: boolean;
}): ReactElement {
  return (
    <Tooltip label={props.label}>
      <ActionIcon
        className={props.wide ? css.wide : undefined}
        data-large={props.large || undefined}
        variant="subtle"
        size={32}
        style={ON_STAGE}
        aria-label={props.label}
        onClick={props.onClick}
      >
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}

function Now(): ReactElement {
  const { room, clock } = useRoomParts();
  return <time className={css.now}>{timecode(useClock(clock, frameOf), room.timeline.fps)}</time>;
}

function Range(): ReactElement | null {
  const t = useTranslations('review.transport');
  const { room, clock } = useRoomParts();
  const [from, end] = [useClock(clock, inOf), useClock(clock, outOf)];
  const { fps } = room.timeline;
  if (from === null && end === null) return null;
  return (
    <span className={css.range}>
      {from !== null && t('in', { at: timecode(from, fps) })} {end !== null && t('out', { at: timecode(end - 1, fps) })}
      <UnstyledButton aria-label={t('clear')} onClick={() => clock.clearMarks()}>
        <IconX size={12} />
      </UnstyledButton>
    </span>
  );
}

/** The keys of the player, said where it stands. */
export function KeyHints(): ReactElement {
  const t = useTranslations('review.hints');
  const hints = [
    ['play', ['J', 'K', 'L']],
    ['frame', ['←', '→']],
    ['range', ['I', 'O']],
    ['comment', ['C']],
  ] as const;
  return (
    <div className={css.hints}>
      {hints.map(([what, keys]) => (
        <span key={what}>
          {t(what)}
          {keys.map((key) => (
            <Kbd key={key} className={css.key}>
              {key}
            </Kbd>
          ))}
        </span>
      ))}
    </div>
  );
}
