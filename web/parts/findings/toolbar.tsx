'use client';
import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import {
  IconContrast,
  IconFocusCentered,
  IconHandStop,
  IconLayoutSidebarRight,
  IconRefresh,
  IconRuler2,
  IconSquare,
  IconZoomIn,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { Keys } from '../keys.tsx';
import { useDesk } from './desk.tsx';
import { WINDOW_KEYS, type WindowKey } from './image/windows.ts';
import css from './toolbar.module.css';
import { ASK } from './use-keys.ts';

const TOOLS = [
  ['pan', IconHandStop],
  ['zoom', IconZoomIn],
  ['window', IconContrast],
  ['length', IconRuler2],
] as const;

/** Windows, what the pointer does, boxes, reset; the keys beside them. */
export function Toolbar({ onPanel }: { onPanel: (() => void) | null }): ReactElement {
  const t = useTranslations('findings');
  const desk = useDesk();
  return (
    <div className={css.bar} role="toolbar" aria-label={t('tools')}>
      <SegmentedControl
        size="xs"
        withItemsBorders={false}
        className={css.windows}
        value={desk.place.window}
        onChange={(value) => desk.go({ window: value as WindowKey })}
        data={WINDOW_KEYS.map((value, index) => ({
          value,
          label: (
            <span className={css.window}>
              {t(`windows.${value}`)} <kbd>{index + 1}</kbd>
            </span>
          ),
        }))}
      />
      <div className={css.group}>
        {TOOLS.map(([tool, Icon]) => (
          <Tooltip key={tool} label={t(`tool.${tool}`)}>
            <ActionIcon
              variant="subtle"
              size={30}
              className={css.tool}
              aria-label={t(`tool.${tool}`)}
              aria-pressed={desk.tool === tool}
              onClick={() => desk.setTool(tool)}
            >
              <Icon size={18} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        ))}
        <Tooltip label={`${t('near')} F`}>
          <ActionIcon
            variant="subtle"
            size={30}
            className={css.tool}
            aria-label={t('near')}
            onClick={() => window.dispatchEvent(new CustomEvent(ASK.focus))}
          >
            <IconFocusCentered size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={`${t('boxes')} B`}>
          <ActionIcon
            variant="subtle"
            size={30}
            className={css.tool}
            aria-label={t('boxes')}
            aria-pressed={desk.boxes}
            onClick={() => desk.setBoxes(!desk.boxes)}
          >
            <IconSquare size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={`${t('reset')} 0`}>
          <ActionIcon
            variant="subtle"
            size={30}
            className={css.tool}
            aria-label={t('reset')}
            onClick={() => window.dispatchEvent(new CustomEvent(ASK.reset))}
          >
            <IconRefresh size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={css.keys} aria-hidden>
        <span>
          {t('scroll')} <Keys keys={['↑', '↓']} />
        </span>
        <span>
          {t('boxes')} <Keys keys={['B']} />
        </span>
        <span>
          {t('reset')} <Keys keys={['0']} />
        </span>
      </div>
      {onPanel && (
        <Button size="xs" variant="default" leftSection={<IconLayoutSidebarRight size={16} />} onClick={onPanel}>
          {t('title')}
        </Button>
      )}
    </div>
  );
}
