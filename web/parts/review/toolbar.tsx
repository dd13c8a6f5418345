'use client';
import { Button, Menu, SegmentedControl, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown } from '@tabler/icons-react';
import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { LinkButton } from '../link-button.tsx';
import css from './review-room.module.css';
import { useRoomParts } from './room-context.tsx';
import { KeyHints } from './transport.tsx';

interface Props {
  readonly live: boolean;
  /** A newer version than the one on screen; null when this is it. */
  readonly newest: number | null;
  readonly comparing: boolean;
  onCompare(on: boolean): void;
}

/** Which version, beside which, and how they differ. */
export function Toolbar({ live, newest, comparing, onCompare }: Props): ReactElement {
  const t = useTranslations('review.toolbar');
  const pathname = usePathname();
  const router = useRouter();
  const { room } = useRoomParts();
  const top = room.versions[0]?.version ?? room.version;
  const beside = room.compare ?? room.versions.find((item) => item.version < room.version)?.version ?? null;
  const shown = [...new Set([top, room.version, ...(beside === null ? [] : [beside])])].sort((a, b) => b - a);
  const others = room.versions.filter((item) => !shown.includes(item.version));
  const address = (version: number) => `${pathname}?v=${version}`;
  const choose = (value: string) => {
    if (value === 'pair' && room.before) onCompare(true);
    else if (value === 'pair') router.push(`${address(room.version)}&compare=${beside}&view=pair`);
    else if (Number(value) === room.version) onCompare(false);
    else router.push(address(Number(value)));
  };
  const scenes = room.timeline.scenes.filter((scene) => scene.changed).length;
  return (
    <>
      <header className={css.toolbar}>
        <SegmentedControl
          size="sm"
          value={comparing ? 'pair' : String(room.version)}
          onChange={choose}
          data={[
            ...shown.map((version) => ({ value: String(version), label: `v${version}` })),
            ...(beside === null ? [] : [{ value: 'pair', label: t('compare') }]),
          ]}
          aria-label={t('versions')}
        />
        {others.length > 0 && (
          <Menu position="bottom-start">
            <Menu.Target>
              <UnstyledButton className={css.more} aria-label={t('others')}>
                <IconChevronDown size={16} aria-hidden />
              </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown mah={300} style={{ overflowY: 'auto' }}>
              {others.map((item) => (
                <Menu.Item key={item.version} onClick={() => router.push(address(item.version))}>
                  v{item.version}　{item.author.displayName}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        <span className={css.difference}>
          {room.compare === null
            ? t('first')
            : t('difference', { sentences: room.changes.length, scenes, version: room.compare })}
        </span>
        <KeyHints />
      </header>
      <div role="alert" className={css.alerts}>
        {newest !== null && (
          <p className={css.newer}>
            <IconAlertTriangle size={16} aria-hidden /> {t('newer', { version: newest })}
            <LinkButton size="compact-sm" variant="default" href={address(newest)}>
              {t('look', { version: newest })}
            </LinkButton>
          </p>
        )}
        {!live && (
          <p className={css.newer}>
            <IconAlertTriangle size={16} aria-hidden /> {t('offline')}
            <Button size="compact-sm" variant="default" onClick={() => router.refresh()}>
              {t('again')}
            </Button>
          </p>
        )}
      </div>
    </>
  );
}
