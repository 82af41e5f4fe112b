import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** What a new database starts as: `fill` runs once per server and name, every later database is a copy. */
export interface DatabaseTemplate {
  name: string;
  fill(connectionString: string): Promise<void>;
}

/**
 * Makes a database with a random name and answers its connection string. With a template it is a copy of it
 * (a few tens of ms, whatever the migrations cost); the processes of one test run share the template.
 */
export async function createDatabase(adminUrl: string, template?: DatabaseTemplate): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(adminUrl, async (admin) => {
    if (template) await ensureTemplate(admin, adminUrl, template);
    const source = template ? ` TEMPLATE ${admin.escapeIdentifier(template.name)}` : '';
    await admin.query(`CREATE DATABASE ${name}${source}`);
  });
  return databaseUrl(adminUrl, name);
}

/** The same server and user, another database. */
export function databaseUrl(adminUrl: string, databaseName: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${databaseName}`;
  return url.href;
}

/** Filled under another name first: a template that exists is complete. The lock also orders the copying. */
async function ensureTemplate(admin: Client, adminUrl: string, template: DatabaseTemplate): Promise<void> {
  await admin.query('SELECT pg_advisory_lock(hashtext($1))', [template.name]);
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [template.name]);
  if (rowCount) return;
  const draft = `${template.name}_draft`;
  await admin.query(`DROP DATABASE IF EXISTS ${admin.escapeIdentifier(draft)} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${admin.escapeIdentifier(draft)}`);
  await template.fill(databaseUrl(adminUrl, draft));
  await admin.query(
    `ALTER DATABASE ${admin.escapeIdentifier(draft)} RENAME TO ${admin.escapeIdentifier(template.name)}`,
  );
}

async function withClient(connectionString: string, use: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}
