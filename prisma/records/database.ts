import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '../generated/client.ts';

export type Database = PrismaClient;
/** The database within a transaction that its caller began. */
export type Transaction = Prisma.TransactionClient;

/** Opens a pooled connection; close with `$disconnect()`. Survives restarts of the server: broken connections are replaced. */
export function openDatabase(url: string): Database {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 6, connectionTimeoutMillis: 5_000 }) });
}
