'use client';
import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { type ReactElement, useTransition } from 'react';

/** Reads the page anew. */
export function Again({ text }: { text: string }): ReactElement {
  const router = useRouter();
  const [pending, start] = useTransition();
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={16} />}
      loading={pending}
      onClick={() => start(() => router.refresh())}
    >
      {text}
    </Button>
  );
}
