import type { ReactElement } from 'react';
import type { ProductionStatus, Stage } from '#domain/progress';
import type { Words } from '../words/words.ts';
import { Icon, type IconName } from './icons.tsx';
import css from './status-badge.module.css';

const LOOK: Record<ProductionStatus, { tone: string; icon: IconName }> = {
  queued: { tone: 'quiet', icon: 'clock' },
  running: { tone: 'accent', icon: 'loader' },
  'waiting-approval': { tone: 'warn', icon: 'person' },
  returned: { tone: 'warn', icon: 'back' },
  done: { tone: 'ok', icon: 'check' },
  failed: { tone: 'bad', icon: 'alert' },
  cancelled: { tone: 'quiet', icon: 'ban' },
};

/** Where a production stands, in one word with its sign. `stage` makes it exact: 渲染中, 配音失败. */
export function StatusBadge(props: {
  status: ProductionStatus;
  stage?: Stage | undefined;
  words: Words;
}): ReactElement {
  const { status, stage, words } = props;
  const { tone, icon } = LOOK[status];
  const exact =
    stage && status === 'running'
      ? words.stageRunning(words.stages[stage])
      : stage && status === 'failed'
        ? words.stageFailed(words.stages[stage])
        : words.status[status];
  return (
    <span className={`${css.badge} ${css[tone]}`}>
      <Icon name={icon} size={14} />
      {exact}
    </span>
  );
}
