'use client';
import { Badge, Button, Table } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import type { TokenAnswer } from '#domain/people';
import { api } from '../../client/api.ts';
import card from '../card.module.css';
import { Empty } from '../empty.tsx';
import { Dialog } from './dialog.tsx';
import { NewToken } from './new-token.tsx';
import css from './settings.module.css';
import { Top } from './top.tsx';
import { useChange } from './use-change.ts';
import { Ago, DayClock } from './when.tsx';

/** Tokens of the reader, for command line and scripts. */
export function Tokens({ tokens }: { tokens: readonly TokenAnswer[] }): ReactElement {
  const t = useTranslations('settings.tokens');
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<TokenAnswer | null>(null);
  const revoke = useChange(
    (id: string) => api.DELETE('/api/tokens/{id}', { params: { path: { id } } }),
    () => setEnding(null),
  );
  const add = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('add')}
    </Button>
  );
  return (
    <>
      <Top title={t('title')} text={t('text')}>
        {tokens.length > 0 && add}
      </Top>
      {tokens.length === 0 ? (
        <div className={card.card}>
          <Empty title={t('empty')} text={t('emptyText')}>
            {add}
          </Empty>
        </div>
      ) : (
        <TokenTable tokens={tokens} onEnd={setEnding} />
      )}
      {adding && <NewToken onClose={() => setAdding(false)} />}
      <Dialog
        opened={ending !== null}
        title={t('revokeTitle', { name: ending?.name ?? '' })}
        does={t('revokeGo')}
        danger
        pending={revoke.isPending}
        error={revoke.error}
        onClose={() => setEnding(null)}
        onDo={() => ending && revoke.mutate(ending.id)}
      >
        <p>{t('revokeText')}</p>
      </Dialog>
    </>
  );
}

function TokenTable(props: { tokens: readonly TokenAnswer[]; onEnd: (token: TokenAnswer) => void }): ReactElement {
  const t = useTranslations('settings.tokens');
  const heads = ['name', 'scopes', 'created', 'expires', 'used'] as const;
  return (
    <Table.ScrollContainer minWidth={720} className={css.table}>
      <Table verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head}>{t(head)}</Table.Th>
            ))}
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {props.tokens.map((token) => (
            <Table.Tr key={token.id}>
              <Table.Td className={css.who}>{token.name}</Table.Td>
              <Table.Td>
                <span className={css.steps}>
                  {token.scopes.map((scope) => (
                    <Badge key={scope} color="gray">
                      {t(`scope.${scope}`)}
                    </Badge>
                  ))}
                </span>
              </Table.Td>
              <Table.Td>
                <Ago at={token.createdAt} />
              </Table.Td>
              <Table.Td>{token.expiresAt ? <DayClock at={token.expiresAt} /> : t('forever')}</Table.Td>
              <Table.Td>{token.lastUsedAt ? <Ago at={token.lastUsedAt} /> : t('never')}</Table.Td>
              <Table.Td className={css.number}>
                <Button
                  variant="subtle"
                  color="bad"
                  size="compact-sm"
                  aria-label={t('revokeOf', { name: token.name })}
                  onClick={() => props.onEnd(token)}
                >
                  {t('revoke')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
