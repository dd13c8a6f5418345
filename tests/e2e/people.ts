import { hashPassword } from '#api/session/passwords';
import type { Role } from '#domain/approval';
import { keepAccount } from '#prisma/records/accounts';
import { openDatabase } from '#prisma/records/database';

export interface Person {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly department: string;
}

/** Puts departments and people who can sign in with a password into the studio's database, as an admin would have by invitations. */
export async function settlePeople(
  databaseUrl: string,
  departments: Readonly<Record<string, string>>,
  people: readonly Person[],
  password: string,
): Promise<void> {
  const db = openDatabase(databaseUrl);
  try {
    for (const [id, name] of Object.entries(departments))
      await db.department.upsert({ where: { id }, create: { id, name }, update: { name } });
    const passwordHash = await hashPassword(password);
    for (const { login, name, roles, department } of people) {
      await keepAccount(db, {
        ...{ id: login, displayName: name, roles: [...roles], departments: [department], demo: false },
      });
      await db.account.update({ where: { id: login }, data: { login, passwordHash } });
    }
  } finally {
    await db.$disconnect();
  }
}
