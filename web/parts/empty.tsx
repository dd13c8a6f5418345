import { Center, Group, Stack } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';

/** Nothing here yet: what will be, one button, one way to try. */
export function Empty(props: {
  title: string;
  text: string;
  /** Where it is all there is on the page: its heading is the page's. */
  page?: boolean;
  children?: ReactNode;
  picture?: ReactNode;
}): ReactElement {
  const Heading = props.page ? 'h1' : 'h2';
  return (
    <Center py={48} px="lg">
      <Stack align="center" gap="sm" maw={460} ta="center">
        {props.picture}
        <Heading>{props.title}</Heading>
        <p style={{ color: 'var(--text2)' }}>{props.text}</p>
        {props.children && (
          <Group justify="center" mt="sm">
            {props.children}
          </Group>
        )}
      </Stack>
    </Center>
  );
}
