'use client';
import '@mantine/spotlight/styles.layer.css';
import { Highlight } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconList, IconMovie, IconPlus, IconRuler2, IconSearch, IconTextCaption } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactElement, useEffect, useState } from 'react';
import { SearchAnswer, searchWords } from '#domain/search';
import { api, taken } from '../../client/api.ts';
import { type Hit, hitsOf } from '../../state/hits.ts';
import { mayMake } from '../../state/may.ts';
import { Keys } from '../keys.tsx';
import { useSession } from '../session.tsx';
import css from './search.module.css';

const [store, spotlight] = createSpotlight();
const PAUSE_MS = 180;
const SIGNS = { findings: IconRuler2, sentences: IconTextCaption, productions: IconMovie };

/** The search over everything; opened anew whenever `opened` changes. */
export function Search({ opened }: { opened: number }): ReactElement {
  const t = useTranslations('search');
  const [query, setQuery] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: each count is one opening
  useEffect(spotlight.open, [opened]);
  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      clearQueryOnClose
      size={640}
      maxHeight={520}
      scrollable
      radius="lg"
      attributes={{ content: { 'aria-label': t('label') } }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      classNames={{ content: css.box ?? '', action: css.action ?? '' }}
    >
      <Spotlight.Search placeholder={t('label')} aria-label={t('label')} leftSection={<IconSearch size={18} />} />
      <Results query={query} />
      <Spotlight.Footer className={css.foot ?? ''}>
        <span>
          <Keys keys={['↑', '↓']} /> {t('choose')} <Keys keys={['Esc']} /> {t('close')}
        </span>
        <span>{t('only')}</span>
      </Spotlight.Footer>
    </Spotlight.Root>
  );
}

/** Enter opens the first hit, as the arrow keys would have chosen it. */
function selectFirst(): void {
  const { listId } = store.getState();
  const actions = listId ? document.querySelectorAll(`#${CSS.escape(listId)} [data-action]`) : [];
  for (const action of actions) action.removeAttribute('data-selected');
  actions[0]?.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}

function Results({ query }: { query: string }): ReactElement {
  const t = useTranslations('search');
  const { actor } = useSession();
  const router = useRouter();
  const [wanted] = useDebouncedValue(query.trim(), PAUSE_MS);
  const { data, isFetching } = useQuery({
    queryKey: ['search', wanted],
    enabled: wanted !== '',
    queryFn: async () => SearchAnswer.parse(await taken(api.GET('/api/search', { params: { query: { q: wanted } } }))),
    placeholderData: (before) => before,
  });
  // What came with the answer was not there when the words were typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer begins at its first hit
  useEffect(selectFirst, [data]);
  const groups = wanted && data ? hitsOf(data).filter(([, hits]) => hits.length > 0) : [];
  const go = (href: string) => () => router.push(href);
  return (
    <Spotlight.ActionsList>
      {groups.map(([group, hits]) => (
        <Spotlight.ActionsGroup key={group} label={t(group)}>
          {hits.map((hit) => (
            <HitRow key={hit.key} hit={hit} group={group} query={wanted} onOpen={go(hit.href)} />
          ))}
        </Spotlight.ActionsGroup>
      ))}
      {wanted && groups.length === 0 && (
        <Spotlight.Empty>{isFetching ? t('searching') : t('nothing', { query: wanted })}</Spotlight.Empty>
      )}
      <Spotlight.ActionsGroup label={t('actions')}>
        {wanted && groups.length > 0 && (
          <Spotlight.Action
            leftSection={<IconList size={18} />}
            label={t('all')}
            onClick={go(`/search?q=${encodeURIComponent(wanted)}`)}
          />
        )}
        {mayMake(actor.roles) && (
          <Spotlight.Action
            leftSection={<IconPlus size={18} />}
            label={t('newProduction')}
            onClick={go('/productions/new')}
          />
        )}
      </Spotlight.ActionsGroup>
    </Spotlight.ActionsList>
  );
}

function HitRow(props: { hit: Hit; group: keyof typeof SIGNS; query: string; onOpen: () => void }): ReactElement {
  const { hit, group, query, onOpen } = props;
  const Sign = SIGNS[group];
  return (
    <Spotlight.Action onClick={onOpen}>
      <span className={css.hit}>
        <Sign size={18} stroke={1.6} aria-hidden />
        {group === 'findings' && hit.finding && <b>{hit.finding}</b>}
        <Highlight component="span" className={css.text ?? ''} highlight={searchWords(query)} color="var(--warn-soft)">
          {hit.text}
        </Highlight>
        <span className={css.of}>{hit.of}</span>
      </span>
    </Spotlight.Action>
  );
}
