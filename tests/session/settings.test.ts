import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EnginesAnswer, HealthAnswer, SettingsAnswer, StorageAnswer } from '#domain/house-report';
import { openTestApi, type TestApi } from '#tests/api/open-api';
import { codeOf } from './browser.ts';

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
}, 120_000);
afterAll(() => api?.stop());

const read = async (address: string) => (await api.ask('GET', address)).json();

describe('the rules of the house', () => {
  it('have defaults, change one by one, and are written down without their texts', async () => {
    expect(SettingsAnswer.parse(await read('/api/settings'))).toMatchObject({
      oidcSecret: 'none',
      rules: { hospital: '', 'totp-for-approvers': false, oidc: null },
    });
    const body = { hospital: '示例医院', 'totp-for-approvers': true };
    expect((await api.ask('PATCH', '/api/settings', { body })).status).toBe(200);
    await api.ask('PATCH', '/api/settings', { body: { 'totp-for-approvers': false, oidc: null } });
    expect(SettingsAnswer.parse(await read('/api/settings')).rules).toMatchObject({
      hospital: '示例医院',
      'totp-for-approvers': false,
      oidc: null,
    });
    const written = await api.db.auditEvent.findMany({ where: { action: 'setting.change' } });
    expect(written.map(({ resourceId }) => resourceId).sort()).toEqual(
      ['hospital', 'oidc', 'totp-for-approvers', 'totp-for-approvers'].sort(),
    );
    expect(JSON.stringify(written)).not.toContain('示例医院');
  });

  it('keep the sign-on’s secret sealed and never show it', async () => {
    const oidcSecret = 'a-secret-nobody-sees-again';
    const answer = await api.ask('PATCH', '/api/settings', { body: { oidcSecret } });
    expect(await answer.clone().json()).toMatchObject({ oidcSecret: 'kept' });
    const everywhere = `${await answer.text()} ${JSON.stringify(await api.db.setting.findMany())} ${api.log.join(' ')}`;
    expect(everywhere).not.toContain(oidcSecret);
  });

  it('refuse what makes no sense', async () => {
    for (const body of [{ oidc: { name: 'x' } }, { hospital: 7 }, { 'reminder-hours': -1 }])
      expect(await codeOf(await api.ask('PATCH', '/api/settings', { body })), JSON.stringify(body)).toBe(
        'INPUT_INVALID',
      );
  });

  it('are the admin’s', async () => {
    for (const address of ['/api/settings', '/api/engines', '/api/storage', '/api/settings/health'])
      expect(await codeOf(await api.ask('GET', address, { token: api.tokens.physician })), address).toBe('FORBIDDEN');
  });
});

describe('what the house says of itself', () => {
  it('names the models and voices that are there, and no run before the first', async () => {
    const { models, speech, lastRun } = EnginesAnswer.parse(await read('/api/engines'));
    expect(models.filter(({ chosen }) => chosen)).toHaveLength(1);
    expect(models[0]).toMatchObject({ tier: 'classical', problem: null });
    expect(speech[0]?.voices).toHaveLength(6);
    expect(lastRun).toBeNull();
  });

  it('counts bytes by kind', async () => {
    const { kinds, freeBytes } = StorageAnswer.parse(await read('/api/storage'));
    expect(kinds.find(({ kind }) => kind === 'database')?.bytes).toBeGreaterThan(1_000_000);
    expect(freeBytes).toBeGreaterThan(0);
  });

  it('says that no worker serves the queues when none does', async () => {
    const { parts } = HealthAnswer.parse(await read('/api/settings/health'));
    const state = Object.fromEntries(parts.map((part) => [part.part, part.state]));
    expect(state).toMatchObject({ database: 'ok', workflows: 'ok', workers: 'down', audit: 'ok' });
  });
});
