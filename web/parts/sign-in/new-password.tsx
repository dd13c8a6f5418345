'use client';
import { PasswordInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type ReactElement, useState } from 'react';
import { refusePassword } from '#domain/session';

/** A field for a new password that says while leaving it what is too weak. The API decides by the same rule. */
export function NewPassword(props: {
  name: string;
  label: string;
  description: string;
  login: string;
  size?: 'sm' | 'md';
}): ReactElement {
  const t = useTranslations('sign-in.weak');
  const [why, setWhy] = useState<ReturnType<typeof refusePassword>>(null);
  const { login, ...rest } = props;
  return (
    <PasswordInput
      size="md"
      {...rest}
      autoComplete="new-password"
      required
      withAsterisk={false}
      error={why ? t(why) : undefined}
      onChange={(event) => why && setWhy(refusePassword(event.currentTarget.value, login))}
      onBlur={(event) => event.currentTarget.value !== '' && setWhy(refusePassword(event.currentTarget.value, login))}
    />
  );
}
