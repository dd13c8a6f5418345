import { IconPlus } from '@tabler/icons-react';
import { getFormatter, getNow, getTimeZone, getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { Desk } from '#domain/desk';
import { DeskView } from '../../parts/home/desk.tsx';
import css from '../../parts/home/home.module.css';
import { Keys } from '../../parts/keys.tsx';
import { LinkButton } from '../../parts/link-button.tsx';
import { Words } from '../../parts/words.tsx';
import { api, session } from '../../server/api.ts';
import { mayMake } from '../../state/may.ts';
import { partsOf } from '../../state/time.ts';

/** 工作台: what needs me now, first; what runs; the newest films. */
export default async function Home(): Promise<ReactElement> {
  const [{ data }, { actor }, t, tc, format, now, timeZone] = await Promise.all([
    api.GET('/api/desk'),
    session(),
    getTranslations('home'),
    getTranslations('common'),
    getFormatter(),
    getNow(),
    getTimeZone(),
  ]);
  const { month, date } = partsOf(now, timeZone);
  const weekday = format.dateTime(now, { weekday: 'long' });
  return (
    <div className={css.page}>
      <div className={css.top}>
        <h1>{tc('time.weekday', { month, day: date, weekday })}</h1>
        {mayMake(actor.roles) && (
          <LinkButton
            href="/productions/new"
            variant="default"
            leftSection={<IconPlus size={16} />}
            rightSection={<Keys keys={['N']} />}
          >
            {t('new')}
          </LinkButton>
        )}
      </div>
      <Words spaces={['home', 'making']}>
        <DeskView initial={Desk.parse(data)} />
      </Words>
    </div>
  );
}
