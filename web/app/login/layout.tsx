import { IconFingerprint, IconLock } from '@tabler/icons-react';
import type { StaticImageData } from 'next/image';
import { getTranslations } from 'next-intl/server';
import type { ReactElement, ReactNode } from 'react';
import { STAGES } from '#domain/stages';
import { Mark } from '../../parts/mark.tsx';
import { SignInLanguage } from '../../parts/sign-in/language.tsx';
import { Thread } from '../../parts/thread.tsx';
import { Words } from '../../parts/words.tsx';
import { atTheDoor } from '../../server/sign-in.ts';
import { isPersonStage, type KnotState } from '../../state/knots.ts';
import picture from './frame.jpg';
import css from './login.module.css';

// What Next makes of a picture; elsewhere such an import is a plain address.
const frame = picture as unknown as StaticImageData;
const SHOWN = 'render';
const KNOTS = STAGES.map((stage, index) => {
  const at = STAGES.indexOf(SHOWN);
  const state: KnotState = index < at ? 'done' : index === at ? 'running' : 'todo';
  return { stage, state, fraction: state === 'running' ? 0.6 : 0, person: isPersonStage(stage) };
});

/** What the studio is on the left, the way in on the right. */
export default async function LoginLayout({ children }: { children: ReactNode }): Promise<ReactElement> {
  const t = await getTranslations('sign-in');
  const { ways } = await atTheDoor();
  return (
    <Words spaces={['sign-in']}>
      <div className={css.page}>
        <aside className={css.stage} data-mantine-color-scheme="dark">
          <p className={css.brand}>
            <Mark size={24} />
            <span>医影工坊</span>
            <span className={css.latin}>Caseloom</span>
          </p>
          <div className={css.promise}>
            <p className={css.words}>{t('promise')}</p>
            <p className={css.text}>{t('promiseText')}</p>
          </div>
          {/* biome-ignore lint/performance/noImgElement: one small picture of a fixed size, served as it is */}
          <img className={css.frame} src={frame.src} width={1280} height={720} alt={t('picture')} />
          <div className={css.thread} aria-hidden>
            <Thread knots={KNOTS} notes={{}} />
          </div>
        </aside>
        <main className={css.door}>
          <div className={css.form}>
            {children}
            <ul className={css.secure}>
              <li>
                <IconLock size={16} stroke={1.6} aria-hidden /> {t('secure1')}
              </li>
              <li>
                <IconFingerprint size={16} stroke={1.6} aria-hidden /> {t('secure2')}
              </li>
            </ul>
          </div>
          <footer className={css.foot}>
            {ways.help && <span>{t('help', { who: ways.help })}</span>}
            <SignInLanguage />
          </footer>
        </main>
      </div>
    </Words>
  );
}
