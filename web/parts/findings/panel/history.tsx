'use client';
import { UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronRight } from '@tabler/icons-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactElement } from 'react';
import { useDesk } from '../desk.tsx';
import css from './panel.module.css';

const DATE = { month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit' } as const;

/** Versions of the findings: who changed what, when and why; each can be opened as it was. */
export function History(): ReactElement {
  const t = useTranslations('findings');
  const format = useFormatter();
  const { view, id } = useDesk();
  const [open, { toggle }] = useDisclosure(view.version !== view.latest);
  const versions = [...view.versions].reverse();
  return (
    <section className={css.history}>
      <UnstyledButton className={css.rating} aria-expanded={open} onClick={toggle}>
        <IconChevronRight size={14} data-open={open || undefined} aria-hidden />
        {t('history.title', { version: view.latest })}
      </UnstyledButton>
      {open && (
        <ol>
          {versions.map((item) => (
            <li key={item.version} data-here={item.version === view.version || undefined}>
              <Link href={`/productions/${id}/findings?version=${item.version}`}>v{item.version}</Link>
              <span>
                {item.author === 'engine' ? t('history.engine') : (view.people[item.author] ?? item.author)}
                {item.at && <small>　{format.dateTime(new Date(item.at), DATE)}</small>}
                {item.changes.length > 0 && (
                  <small>
                    <br />
                    {item.changes
                      .map((change) =>
                        t(`history.${change.change}`, { finding: 'findingId' in change ? change.findingId : '' }),
                      )
                      .join(t('listComma'))}
                    {item.reason && `　${t('history.reason', { reason: item.reason })}`}
                  </small>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
