import { Center, Group, Stack } from '@mantine/core';
import { IconAlertTriangle, IconLock, IconMapQuestion, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactElement, ReactNode } from 'react';
import { LinkButton } from './link-button.tsx';

const SIGNS = { notFound: IconMapQuestion, forbidden: IconLock, gone: IconPlugConnectedX, error: IconAlertTriangle };
export type RefusedKind = keyof typeof SIGNS;

/** A page that cannot be shown: what happened, why, the way on. */
export function Refused(props: {
  kind: RefusedKind;
  text?: string;
  code?: string;
  children?: ReactNode;
}): ReactElement {
  const t = useTranslations('common.refused');
  const Sign = SIGNS[props.kind];
  return (
    <Center mih="60dvh" p="xl">
      <Stack align="center" gap="md" maw={460} ta="center">
        <Sign size={32} stroke={1.4} color="var(--text3)" aria-hidden />
        <h1>{t(props.kind)}</h1>
        <p>{props.text ?? t(`${props.kind}Text`)}</p>
        <Group justify="center">
          {props.children}
          <LinkButton href="/" variant={props.children ? 'default' : 'filled'}>
            {t('home')}
          </LinkButton>
        </Group>
        {props.code && <small style={{ color: 'var(--text3)' }}>{t('code', { code: props.code })}</small>}
      </Stack>
    </Center>
  );
}
