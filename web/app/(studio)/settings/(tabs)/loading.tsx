import { Skeleton, Stack } from '@mantine/core';
import type { ReactElement } from 'react';

/** The shape of a settings page: a heading and rows. */
export default function Loading(): ReactElement {
  return (
    <Stack gap="lg" aria-hidden>
      <Skeleton h={28} w={160} />
      <Skeleton h={40} />
      <Skeleton h={40} />
      <Skeleton h={40} />
    </Stack>
  );
}
