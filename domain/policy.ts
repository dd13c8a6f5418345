import type { Actor, Role } from './approval.ts';

const EVERYBODY = ['publicity', 'editor', 'physician', 'researcher', 'admin'] as const;
const MAKERS = ['publicity', 'editor', 'admin'] as const;

/** What an API token may be used for. A session may do everything its person may. */
export const SCOPES = ['read', 'write', 'sign', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

export interface Rule {
  /** `public`: nobody need sign in. */
  readonly roles: readonly Role[] | 'public';
  /** `department`: the object must belong to one of the actor's departments. `own`: it must be the actor's own. */
  readonly where: 'anywhere' | 'department' | 'own';
  readonly scope: Scope;
}

const rule = (roles: Rule['roles'], where: Rule['where'], scope: Scope): Rule => ({ roles, where, scope });

/**
 * Who may do what: the one table. Every route of the API names its action; the API refuses to start when one does not. What also
 * depends on the moment (who wrote a version, which template asks for whom) is refused later, by the workflow, with a code.
 */
export const POLICY = {
  'session.open': rule('public', 'anywhere', 'read'),
  /** What a half-finished sign-in may do: its second step, enrolment, leaving. */
  'session.finish': rule(EVERYBODY, 'own', 'read'),
  'session.use': rule(EVERYBODY, 'own', 'read'),
  'house.read': rule(EVERYBODY, 'anywhere', 'read'),
  'house.health': rule('public', 'anywhere', 'read'),
  'production.list': rule(EVERYBODY, 'department', 'read'),
  'production.create': rule(MAKERS, 'department', 'write'),
  'production.read': rule(EVERYBODY, 'department', 'read'),
  'production.steer': rule(MAKERS, 'department', 'write'),
  'media.read': rule(EVERYBODY, 'department', 'read'),
  /** A signed address carries its own permission, for minutes. */
  'media.signed': rule('public', 'anywhere', 'read'),
  'upload.use': rule([...MAKERS, 'researcher'], 'own', 'write'),
  'findings.read': rule(EVERYBODY, 'department', 'read'),
  'findings.correct': rule(['physician'], 'department', 'write'),
  'script.read': rule(EVERYBODY, 'department', 'read'),
  'script.edit': rule(['publicity', 'editor', 'physician', 'admin'], 'department', 'write'),
  'comment.write': rule(EVERYBODY, 'department', 'write'),
  'approval.script': rule(['physician'], 'department', 'sign'),
  'approval.film': rule(['publicity', 'physician'], 'department', 'sign'),
  'approval.delegate': rule(['publicity', 'physician'], 'own', 'sign'),
  'notice.use': rule(EVERYBODY, 'own', 'read'),
  'search.use': rule(EVERYBODY, 'department', 'read'),
  'audit.own': rule(EVERYBODY, 'own', 'read'),
  'audit.all': rule(['admin'], 'anywhere', 'admin'),
  'token.own': rule(EVERYBODY, 'own', 'admin'),
  'people.read': rule(EVERYBODY, 'department', 'read'),
  'people.manage': rule(['admin'], 'anywhere', 'admin'),
  'settings.manage': rule(['admin'], 'anywhere', 'admin'),
} as const satisfies Record<string, Rule>;
export type Action = keyof typeof POLICY;

/** What of an object decides: the department it belongs to and, for personal things, whose it is. */
export interface Subject {
  readonly departmentId?: string;
  readonly ownerId?: string;
}

/**
 * Null when the actor may, else why not: `UNAUTHENTICATED` for nobody, `FORBIDDEN` for the wrong role or scope, `NOT_FOUND` for an object of
 * another department or person (who may not see it need not learn that it exists).
 */
export function refuseAction(
  action: Action,
  actor: Actor | null,
  subject: Subject | null,
  scopes: readonly Scope[] = SCOPES,
): 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | null {
  const { roles, where, scope }: Rule = POLICY[action];
  if (roles === 'public') return null;
  if (!actor) return 'UNAUTHENTICATED';
  if (!scopes.includes(scope) || !actor.roles.some((role) => roles.includes(role))) return 'FORBIDDEN';
  if (!subject) return null;
  if (where === 'department' && !actor.departments.includes(subject.departmentId ?? '')) return 'NOT_FOUND';
  if (where === 'own' && subject.ownerId !== actor.id) return 'NOT_FOUND';
  return null;
}
