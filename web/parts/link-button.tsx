'use client';
import { Button, type ButtonProps } from '@mantine/core';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';

/** A button that goes somewhere; usable from server components. */
export function LinkButton(
  props: ButtonProps & { href: string; children: ReactNode; prefetch?: boolean },
): ReactElement {
  return <Button component={Link} {...props} />;
}
