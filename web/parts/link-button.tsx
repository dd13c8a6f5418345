'use client';
import { ActionIcon, type ActionIconProps, Button, type ButtonProps } from '@mantine/core';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';

/** A button that goes somewhere; usable from server components. */
export function LinkButton(
  props: ButtonProps & { href: string; children: ReactNode; prefetch?: boolean },
): ReactElement {
  return <Button component={Link} {...props} />;
}

/** A sign that goes somewhere. */
export function LinkSign(props: ActionIconProps & { href: string; label: string; children: ReactNode }): ReactElement {
  const { label, ...rest } = props;
  return <ActionIcon component={Link} aria-label={label} title={label} {...rest} />;
}
