import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --name what-changed`, in this folder, after a change of the tables. */
export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: './src/adapters/postgres/tables/*.ts',
  out: './src/adapters/postgres/migrations',
});
