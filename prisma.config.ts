import { defineConfig } from 'prisma/config';

/**
 * Only `prisma generate` is used from the command line. Migrations are applied by prisma/migrate.ts and made by
 * prisma/new-migration.ts, which need no downloaded engine.
 */
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // Absent while the client is generated; nothing connects then.
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
