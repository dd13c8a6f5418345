import { z } from 'zod';
import { Role } from './approval.ts';
import { SCOPES } from './policy.ts';
import { Login } from './session.ts';

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'letters, digits, dash');
const DisplayName = z.string().trim().min(1).max(20);
const Roles = z.array(Role).min(1).max(Role.options.length);
const Departments = z.array(Id).min(1).max(50);

/** What everybody sees of the people of their own departments. */
export const Colleague = z.object({
  id: z.string(),
  displayName: z.string(),
  roles: z.array(Role),
  departments: z.array(z.string()),
});
export type Colleague = z.infer<typeof Colleague>;

/** An account as an admin sees it. */
export const AccountAnswer = Colleague.extend({
  /** Null for accounts that only have tokens. */
  login: z.string().nullable(),
  demo: z.boolean(),
  /** `invited`: no way to sign in yet. */
  state: z.enum(['active', 'invited', 'locked', 'disabled']),
  totp: z.boolean(),
  oidc: z.boolean(),
  lastSeenAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type AccountAnswer = z.infer<typeof AccountAnswer>;

export const NewAccountBody = z.object({
  login: Login,
  displayName: DisplayName,
  roles: Roles,
  departments: Departments,
});
export type NewAccountBody = z.infer<typeof NewAccountBody>;

/** An account and the link on which its person sets a password; the link is shown once. */
export const InvitationAnswer = z.object({ account: AccountAnswer, token: z.string(), expiresAt: z.iso.datetime() });
export type InvitationAnswer = z.infer<typeof InvitationAnswer>;

export const AccountChangeBody = z
  .object({ displayName: DisplayName, roles: Roles, departments: Departments, disabled: z.boolean() })
  .partial();
export type AccountChangeBody = z.infer<typeof AccountChangeBody>;

export const DepartmentAnswer = z.object({
  id: z.string(),
  name: z.string(),
  /** An author may approve a version of their own; the manifest then says so. */
  selfApproval: z.boolean(),
  people: z.int().nonnegative(),
});
export type DepartmentAnswer = z.infer<typeof DepartmentAnswer>;

const DepartmentName = z.string().trim().min(1).max(30);
export const NewDepartmentBody = z.object({ id: Id, name: DepartmentName });
export type NewDepartmentBody = z.infer<typeof NewDepartmentBody>;
export const DepartmentChangeBody = z.object({ name: DepartmentName, selfApproval: z.boolean() }).partial();
export type DepartmentChangeBody = z.infer<typeof DepartmentChangeBody>;

export const TokenScope = z.enum(SCOPES);
export const TokenAnswer = z.object({
  id: z.string(),
  name: z.string(),
  scopes: z.array(TokenScope),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type TokenAnswer = z.infer<typeof TokenAnswer>;

export const NewTokenBody = z.object({
  name: z.string().trim().min(1).max(40),
  scopes: z.array(TokenScope).min(1),
  /** Days until it ends; at most a year. */
  days: z.int().min(1).max(366),
});
export type NewTokenBody = z.infer<typeof NewTokenBody>;
/** `secret` is shown once. */
export const NewTokenAnswer = z.object({ token: TokenAnswer, secret: z.string() });
export type NewTokenAnswer = z.infer<typeof NewTokenAnswer>;
