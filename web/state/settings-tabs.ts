import type { Role } from '#domain/approval';

/** Pages of the settings; the ones of the house are its admins'. */
export const SETTINGS_TABS = [
  { key: 'people', admin: true },
  { key: 'departments', admin: true },
  { key: 'house', admin: true },
  { key: 'security', admin: false },
  { key: 'tokens', admin: false },
  { key: 'engines', admin: true },
  { key: 'storage', admin: true },
  { key: 'licences', admin: false },
  { key: 'health', admin: true },
] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number]['key'];

export const settingsTabs = (roles: readonly Role[]): SettingsTab[] =>
  SETTINGS_TABS.filter(({ admin }) => !admin || roles.includes('admin')).map(({ key }) => key);
