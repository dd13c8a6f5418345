import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactElement } from 'react';
import { Empty } from '../../../../../parts/empty.tsx';
import css from '../../../../../parts/film/film.module.css';
import { FilmPlayer } from '../../../../../parts/film/film-player.tsx';
import { QualityPaper, ReleasePaper, SourcePaper } from '../../../../../parts/film/papers.tsx';
import { KeepFresh } from '../../../../../parts/keep-fresh.tsx';
import { LinkButton } from '../../../../../parts/link-button.tsx';
import { Files } from '../../../../../parts/production/files.tsx';
import { Words } from '../../../../../parts/words.tsx';
import { filmPapers } from '../../../../../server/film.ts';
import { production } from '../../../../../server/production.ts';

interface Props {
  readonly params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('production.film'))('title') };
}

/** 成片: the film, what it is made of, who let it out, what to take away. */
export default async function Page({ params }: Props): Promise<ReactElement> {
  const { id } = await params;
  const [detail, t] = await Promise.all([production(id), getTranslations('production.film')]);
  const names = detail.outputs.map(({ name }) => name);
  if (!names.includes('film.mp4'))
    return (
      <>
        <Empty page title={t('none')} text={t('noneText')}>
          <LinkButton variant="default" href={`/productions/${id}`}>
            {t('toReview')}
          </LinkButton>
        </Empty>
        <KeepFresh seconds={8} />
      </>
    );
  const { chapters, manifest, release, quality } = await filmPapers(id);
  return (
    <Words spaces={['production']}>
      <div className={css.page}>
        <div>
          <h1 className={css.title}>{detail.title ?? detail.caseCode ?? t('title')}</h1>
          <FilmPlayer
            id={id}
            names={names}
            language={detail.request.language}
            title={detail.title ?? detail.caseCode ?? ''}
            chapters={chapters}
            template={detail.request.template}
          />
        </div>
        <div className={css.side}>
          <ReleasePaper detail={detail} release={release} />
          <Files detail={detail} />
          {quality && <QualityPaper quality={quality} />}
          {manifest && <SourcePaper manifest={manifest} />}
        </div>
      </div>
    </Words>
  );
}
