import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.ts';

export interface Pgbouncer {
  /** The same database by way of the pooler. */
  urlOf(directUrl: string): string;
  stop(): Promise<void>;
}

/** It refuses to run as root; `nobody` exists everywhere. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const PROGRAMS = ['/usr/sbin/pgbouncer', 'pgbouncer'];

/** Where PgBouncer is, as Debian installs it; null without it. */
export function findPgbouncer(): string | null {
  const isThere = (program: string) => {
    try {
      execFileSync(program, ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  return PROGRAMS.find(isThere) ?? null;
}

/**
 * A real PgBouncer in transaction mode before a server, as strict as it comes: with fewer connections than its clients
 * have, so that they have to share. It ends with its standard input, which the kernel closes whatever happens to the test run.
 */
export async function startPgbouncer(program: string, adminUrl: string): Promise<Pgbouncer> {
  const { hostname, port: serverPort, username } = new URL(adminUrl);
  const dir = await mkdtemp(join(tmpdir(), 'spotsmith-pgbouncer-'));
  const port = await freePort();
  await writeFile(
    join(dir, 'pgbouncer.ini'),
    `[databases]
* = host=${hostname} port=${serverPort} user=${username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 4
max_client_conn = 200
`,
  );
  if (nobody.uid) await chown(dir, nobody.uid, nobody.gid);
  const guarded = '"$@" & cat >/dev/null; kill -INT $!; wait';
  const bouncer = spawn('sh', ['-c', guarded, 'sh', program, join(dir, 'pgbouncer.ini')], {
    ...nobody,
    cwd: dir,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    const log: string[] = [];
    createInterface(bouncer.stderr).on('line', (line) => {
      log.push(line);
      if (line.includes('process up')) resolve();
    });
    bouncer.once('error', reject);
    bouncer.once('exit', () => reject(new Error(`PgBouncer did not start:\n${log.join('\n')}`)));
  });
  return {
    urlOf(directUrl) {
      const url = new URL(directUrl);
      url.port = `${port}`;
      return url.href;
    },
    async stop() {
      const ended = once(bouncer, 'exit');
      bouncer.stdin.end();
      await ended;
      await rm(dir, { recursive: true, force: true });
    },
  };
}
