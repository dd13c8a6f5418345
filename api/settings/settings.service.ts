import type { Door } from '#api/session/door';
import type { HouseKey } from '#api/session/house-key';
import { oidcSecretFrom } from '#api/session/oidc-settings';
import type { SettingsAnswer } from '#domain/house-report';
import type { HouseRules, HouseRulesChange } from '#domain/house-rules';
import { appendAudit } from '#prisma/records/audit';
import type { Database } from '#prisma/records/database';
import { keepHouseRule, keepSealed, readHouseRules } from '#prisma/records/settings';

/** The rules of the house. */
export class SettingsService {
  constructor(
    private readonly db: Database,
    private readonly door: Door,
    private readonly key: HouseKey,
  ) {}

  async read(): Promise<SettingsAnswer> {
    const [rules, secret] = await Promise.all([readHouseRules(this.db), oidcSecretFrom(this.db, this.key)]);
    return { rules, oidcSecret: secret.from };
  }

  async change(body: HouseRulesChange, actorId: string): Promise<SettingsAnswer> {
    const { oidcSecret, ...rules } = body;
    const sealed = oidcSecret === undefined ? null : await this.key.seal('oidc', oidcSecret);
    await this.db.$transaction(async (tx) => {
      const keys = Object.keys(rules) as Array<keyof HouseRules>;
      for (const key of keys) if (rules[key] !== undefined) await keepHouseRule(tx, key, rules[key]);
      if (sealed !== null) await keepSealed(tx, 'oidc-secret', sealed);
      for (const key of [...keys, ...(sealed === null ? [] : ['oidc-secret'])]) {
        const value = rules[key as keyof HouseRules];
        // Only yes and no are written down; texts may be anything.
        const detail: Record<string, boolean> = typeof value === 'boolean' ? { value } : {};
        await appendAudit(tx, { actorId, action: 'setting.change', resource: 'setting', resourceId: key, detail });
      }
    });
    this.door.forgetRules();
    return this.read();
  }
}
