'use client';
import { Button, Checkbox, Collapse, Group, NumberInput, PasswordInput, Switch, TextInput } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, type ReactElement, useState, useSyncExternalStore } from 'react';
import type { SettingsAnswer } from '#domain/house-report';
import type { HouseRulesChange } from '#domain/house-rules';
import { api } from '../../client/api.ts';
import card from '../card.module.css';
import { Problem } from '../problem.tsx';
import css from './settings.module.css';
import { Top } from './top.tsx';
import { useChange } from './use-change.ts';

function changeOf(form: FormData, sso: boolean): HouseRulesChange {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const secret = text('oidcSecret');
  return {
    hospital: text('hospital'),
    help: text('help'),
    'totp-for-approvers': form.get('totp') !== null,
    'reminder-hours': Number.parseFloat(text('reminder')),
    'escalate-after': Number.parseInt(text('escalate'), 10),
    oidc: sso
      ? {
          name: text('name'),
          issuer: text('issuer'),
          clientId: text('clientId'),
          linkByLogin: form.get('link') !== null,
        }
      : null,
    ...(sso && secret ? { oidcSecret: secret } : {}),
  };
}

/** What holds for everybody in the house. */
export function HouseForm({ settings }: { settings: SettingsAnswer }): ReactElement {
  const t = useTranslations('settings.house');
  const locale = useLocale();
  const { rules } = settings;
  const [sso, setSso] = useState(rules.oidc !== null);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const save = useChange(
    (body: HouseRulesChange) => api.PATCH('/api/settings', { body }),
    () => setSavedAt(new Date()),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(changeOf(new FormData(event.currentTarget), sso));
  };
  return (
    <form method="post" onSubmit={submit} className={`${css.form} ${css.stack}`}>
      <Top title={t('title')} />
      <section className={`${card.card} ${css.section} ${css.stack}`}>
        <TextInput
          name="hospital"
          label={t('hospital')}
          description={t('hospitalHint')}
          defaultValue={rules.hospital}
          maxLength={40}
        />
        <TextInput name="help" label={t('help')} description={t('helpHint')} defaultValue={rules.help} maxLength={60} />
      </section>
      <section className={`${card.card} ${css.section} ${css.stack}`}>
        <h3>{t('approvals')}</h3>
        <Switch
          name="totp"
          label={t('totp')}
          description={t('totpHint')}
          defaultChecked={rules['totp-for-approvers']}
        />
        <div className={css.pair}>
          <NumberInput
            name="reminder"
            label={t('reminder')}
            suffix=" h"
            defaultValue={rules['reminder-hours']}
            min={0.25}
            max={72}
            step={0.5}
            required
          />
          <NumberInput
            name="escalate"
            label={t('escalate')}
            defaultValue={rules['escalate-after']}
            min={1}
            max={20}
            allowDecimal={false}
            required
          />
        </div>
      </section>
      <section className={`${card.card} ${css.section} ${css.stack}`}>
        <h3>{t('sso')}</h3>
        <Switch label={t('ssoOn')} checked={sso} onChange={(event) => setSso(event.currentTarget.checked)} />
        <Collapse expanded={sso}>{sso && <SignOnFields settings={settings} />}</Collapse>
      </section>
      <Problem error={save.error} />
      <Group>
        <Button type="submit" loading={save.isPending}>
          {t('save')}
        </Button>
        <span role="status" className={css.hint}>
          {savedAt && t('saved', { clock: savedAt.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' }) })}
        </span>
      </Group>
    </form>
  );
}

function SignOnFields({ settings }: { settings: SettingsAnswer }): ReactElement {
  const t = useTranslations('settings.house');
  const { rules, oidcSecret } = settings;
  const origin = useSyncExternalStore(
    () => () => {},
    () => window.location.origin,
    () => '',
  );
  const { oidc } = rules;
  const secretHint = { none: undefined, kept: t('secretKept'), environment: t('secretEnvironment') }[oidcSecret];
  return (
    <div className={css.stack}>
      <TextInput
        name="name"
        label={t('ssoName')}
        description={t('ssoNameHint')}
        defaultValue={oidc?.name}
        maxLength={40}
        required
      />
      <TextInput name="issuer" type="url" label={t('issuer')} defaultValue={oidc?.issuer} required />
      <TextInput name="clientId" label={t('client')} defaultValue={oidc?.clientId} required autoComplete="off" />
      <PasswordInput
        name="oidcSecret"
        label={t('secret')}
        description={secretHint}
        disabled={oidcSecret === 'environment'}
        autoComplete="off"
      />
      <Checkbox name="link" label={t('link')} description={t('linkHint')} defaultChecked={oidc?.linkByLogin ?? false} />
      <p className={css.hint}>
        {t('return')}
        <code className={css.secret}>{`${origin}/api/session/oidc/callback`}</code>
      </p>
    </div>
  );
}
