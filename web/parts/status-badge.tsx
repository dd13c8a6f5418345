import { Badge, Tooltip } from '@mantine/core';
import {
  type Icon,
  IconAlertTriangle,
  IconArrowBackUp,
  IconBan,
  IconClipboardCheck,
  IconClock,
  IconLoader,
  IconPencil,
  IconPlayerPause,
  IconShieldCheck,
  IconShieldOff,
  IconStethoscope,
  IconWorld,
} from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import type { ProductionStatus, Stage } from '#domain/progress';

export type StatusWord = ProductionStatus | 'approved' | 'voided' | 'draft';

const LOOK: Record<StatusWord, { color: string; icon: Icon }> = {
  queued: { color: 'gray', icon: IconClock },
  running: { color: 'indigoThread', icon: IconLoader },
  'waiting-approval': { color: 'warn', icon: IconStethoscope },
  'waiting-final': { color: 'warn', icon: IconClipboardCheck },
  returned: { color: 'warn', icon: IconArrowBackUp },
  paused: { color: 'gray', icon: IconPlayerPause },
  failed: { color: 'bad', icon: IconAlertTriangle },
  cancelled: { color: 'gray', icon: IconBan },
  done: { color: 'ok', icon: IconWorld },
  approved: { color: 'ok', icon: IconShieldCheck },
  voided: { color: 'bad', icon: IconShieldOff },
  draft: { color: 'gray', icon: IconPencil },
};

/** How something stands: word, colour and sign (studio-style §7); a running stage says what it does. */
export function StatusBadge(props: { status: StatusWord; stage?: Stage | null; cause?: string }): ReactElement {
  const t = useTranslations('common');
  const { color, icon: Sign } = LOOK[props.status];
  const badge = (
    <Badge
      color={color}
      leftSection={<Sign size={14} stroke={1.8} aria-hidden />}
      style={props.status === 'voided' ? { textDecoration: 'line-through' } : undefined}
    >
      {props.status === 'running' && props.stage ? t(`doing.${props.stage}`) : t(`status.${props.status}`)}
    </Badge>
  );
  return props.cause ? <Tooltip label={props.cause}>{badge}</Tooltip> : badge;
}
