import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/**
 * A linter that has gone blind is as silent as one that finds nothing. So every boundary of `.oxlintrc.json` is
 * broken here, in a small copy of the house, in every form an import can take.
 */
const repository = resolve(import.meta.dirname, '..');
const server = 'apps/server/src';
const contract = '@spotsmith/contract/session';
const studio = '@spotsmith/studio/clip';
const compositor = '@spotsmith/compositor/timeline';
const child = '@spotsmith/child/start-child';
const motion = '@spotsmith/motion/storyboard';

/** The files beside the rooms, which put them together. */
const compositionRoot = globSync('*.ts', { cwd: join(repository, server), exclude: ['*.test.ts'] });

interface Boundary {
  folder: string;
  may: string[];
  mayNot: string[];
}

/** The server's rooms: which rooms each `knows`, and a few libraries that it may and may not import. */
const serverRooms = [
  { room: 'domain', knows: [], may: ['zod', contract, '../money.ts'], mayNot: ['node:crypto', 'pg', studio] },
  {
    room: 'ports',
    knows: ['domain'],
    may: ['node:stream', contract],
    mayNot: ['zod', 'pg', 'node:fs', studio],
  },
  {
    room: 'use-cases/2-images',
    knows: ['domain', 'ports', 'use-cases'],
    may: ['zod', 'node:crypto', contract, '../owner-check.ts'],
    mayNot: ['node:fs', 'fastify', 'pg-boss', studio],
  },
  {
    room: 'http/routes',
    knows: ['domain', 'ports', 'use-cases', 'telemetry', 'http'],
    may: ['fastify', 'node:stream', contract, '../openapi.ts'],
    mayNot: ['pg', 'drizzle-orm/pg-core', 'execa', compositor],
  },
  {
    room: 'worker',
    knows: ['domain', 'ports', 'use-cases', 'telemetry', 'worker'],
    may: ['zod', contract],
    mayNot: ['pg-boss', '@electric-sql/pglite', 'node:child_process', studio],
  },
  {
    room: 'cli',
    knows: ['domain', 'ports', 'use-cases', 'telemetry', 'cli', ...compositionRoot],
    may: ['node:util', contract],
    mayNot: ['pg', studio],
  },
  {
    room: 'adapters/storage',
    knows: ['domain', 'ports', 'telemetry'],
    may: ['node:fs/promises', '@aws-sdk/client-s3', studio, contract],
    mayNot: ['../queue/enqueue.ts', '#src/adapters/queue/enqueue.ts'],
  },
  { room: 'telemetry', knows: ['domain'], may: ['pino'], mayNot: [studio] },
];

function serverBoundary({ room, knows, may, mayNot }: (typeof serverRooms)[number]): Boundary {
  const folder = `${server}/${room}`;
  const own = room.split('/')[0] ?? room;
  const elsewhere = serverRooms
    .map((other) => `${other.room}/thing.ts`)
    .filter((path) => !path.startsWith(own));
  const others = [...elsewhere, ...compositionRoot];
  const isKnown = (path: string) => knows.includes(path.split('/')[0] ?? path);
  const bothWays = (path: string) => [`#src/${path}`, relative(folder, `${server}/${path}`)];
  return {
    folder,
    may: ['./thing.ts', ...may, ...others.filter(isKnown).flatMap(bothWays)],
    mayNot: [...mayNot, ...others.filter((path) => !isKnown(path)).flatMap(bothWays)],
  };
}

const boundaries: Boundary[] = [
  {
    folder: 'packages/contract/src',
    may: ['zod', './progress.ts'],
    mayNot: ['node:fs', 'fastify', studio, '../../studio/src/clip.ts', '../../../apps/server/src/main.ts'],
  },
  {
    folder: 'packages/child/src',
    may: ['execa', 'node:fs', './limits.ts'],
    mayNot: [contract, compositor, studio, '../../../apps/server/src/main.ts'],
  },
  {
    folder: 'packages/compositor/src',
    may: ['zod', 'node:fs/promises', 'execa', child, motion, './timeline.ts', '../src/timeline.ts'],
    mayNot: [
      ...[contract, studio, '../../contract/src/session.ts', '../../motion/src/storyboard.ts'],
      ...['../../studio/src/clip.ts', '../../../apps/server/src/main.ts'],
    ],
  },
  {
    folder: 'packages/motion/src/layouts',
    may: ['zod', 'bidi-js', '@cto.af/linebreak', './stage.ts', '../canvas.ts'],
    mayNot: [
      ...[
        'node:fs',
        'node:buffer',
        'fs',
        '@napi-rs/canvas',
        'sharp',
        'react',
        'react-dom',
        'jsdom',
        'playwright-core',
      ],
      ...[
        contract,
        compositor,
        studio,
        '../../../contract/src/session.ts',
        '../../../compositor/src/timeline.ts',
      ],
      ...['../../../studio/src/clip.ts', '../../../../apps/web/app/page.tsx', '#src/main.ts'],
    ],
  },
  {
    folder: 'packages/studio/src',
    may: ['sharp', 'node:path', child, './stage/light.ts'],
    mayNot: [contract, compositor, motion, '../../compositor/src/timeline.ts', '#src/main.ts'],
  },
  {
    folder: 'packages/provider-emulators/src',
    may: ['fastify', studio, './predictions.ts'],
    mayNot: [contract, compositor, '../../../apps/server/src/main.ts'],
  },
  {
    folder: 'apps/web/app',
    may: ['react', 'next/server', contract, '../components/button.tsx'],
    mayNot: ['@spotsmith/server/domain/money', compositor, '../../server/src/domain/money.ts'],
  },
  {
    folder: 'apps/server/test',
    may: ['pg', studio, '#src/main.ts'],
    mayNot: ['../../web/app/page.tsx', '@spotsmith/web/x'],
  },
  {
    folder: `${server}/use-cases/making`,
    may: ['./report.ts', '../../domain/money.ts', '#src/ports/store.ts', contract],
    mayNot: ['../flow/advance.ts', '../2-images/start-images.ts', '#src/use-cases/session/sweep.ts', 'pg'],
  },
  {
    folder: `${server}/use-cases/flow`,
    may: ['./advance.ts', '../making/report.ts', '../../domain/money.ts', contract],
    mayNot: ['../2-images/start-images.ts', '#src/use-cases/session/sweep.ts', '../../http/app.ts', 'pg'],
  },
  ...serverRooms.map(serverBoundary),
];

const forms: Record<string, (from: string) => string> = {
  import: (from) => `import { thing } from '${from}';\nexport const kept = [thing];\n`,
  'type-only import': (from) => `import type { Thing } from '${from}';\nexport type Kept = Thing[];\n`,
  're-export': (from) => `export { thing } from '${from}';\n`,
  'dynamic import': (from) => `export const later = () => import('${from}');\n`,
};

const habits = [
  [
    'the domain reads no clock',
    `${server}/domain/h1.ts`,
    'no-restricted-globals',
    'export const now = () => new Date();',
  ],
  [
    'the domain rolls no dice',
    `${server}/domain/h2.ts`,
    'no-restricted-properties',
    'export const seed = Math.random();',
  ],
  [
    'use-cases do not fetch',
    `${server}/use-cases/h3.ts`,
    'no-restricted-globals',
    "export const page = () => fetch('/');",
  ],
  [
    'only config.ts reads the environment',
    `${server}/http/h4.ts`,
    'no-process-env',
    'export const port = process.env.PORT;',
  ],
  [
    'no package reads the environment',
    'packages/studio/src/h5.ts',
    'no-process-env',
    'export const port = process.env.PORT;',
  ],
  [
    'films have no clock',
    'packages/motion/src/h12.ts',
    'no-restricted-globals',
    'export const now = Date.now();',
  ],
  [
    'films are drawn without dice',
    'packages/motion/src/h13.ts',
    'no-restricted-properties',
    'export const seed = Math.random();',
  ],
  ['no promise is left floating', `${server}/http/h6.ts`, 'no-floating-promises', 'Promise.resolve();'],
  ['nothing is of type any', 'packages/studio/src/h7.ts', 'no-explicit-any', 'export const thing: any = 1;'],
  ['no file exceeds 400 lines', 'packages/studio/src/h8.ts', 'max-lines', 'export {};\n'.repeat(401)],
  [
    'no test is skipped',
    'packages/studio/src/h9.test.ts',
    'no-disabled-tests',
    "import { test } from 'vitest';\ntest.skip('x', () => {});",
  ],
  [
    'no two files import each other',
    `${server}/domain/h10.ts`,
    'no-cycle',
    "import { b } from '#src/domain/h11.ts';\nexport const a = () => b;",
  ],
] as const;

let copy: string;
const findings = new Map<string, string[]>();

const fileOf = (folder: string, from: string, form: string) =>
  join(folder, `${Buffer.from(`${form} ${from}`).toString('hex')}.ts`);

function write(path: string, text: string): void {
  mkdirSync(dirname(join(copy, path)), { recursive: true });
  writeFileSync(join(copy, path), `${text}\n`);
}

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'spotsmith-lint-'));
  symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));
  for (const file of [
    '.oxlintrc.json',
    'tsconfig.base.json',
    'apps/server/package.json',
    'apps/server/tsconfig.json',
  ]) {
    cpSync(join(repository, file), join(copy, file));
  }
  for (const { folder, may, mayNot } of boundaries) {
    for (const from of [...may, ...mayNot]) {
      for (const [form, code] of Object.entries(forms)) write(fileOf(folder, from, form), code(from));
    }
  }
  for (const [, path, , code] of habits) write(path, code);
  write(`${server}/domain/h11.ts`, "import { a } from './h10.ts';\nexport const b = () => a;");
  write(`${server}/config.ts`, 'export const port = process.env.PORT;');

  const oxlint = spawnSync('node_modules/.bin/oxlint', ['--format=json'], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  const { diagnostics } = JSON.parse(oxlint.stdout) as { diagnostics: { filename: string; code: string }[] };
  for (const { filename, code } of diagnostics)
    findings.set(filename, [...(findings.get(filename) ?? []), code]);
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe.each(boundaries)('$folder', ({ folder, may, mayNot }) => {
  const isCaught = (from: string) =>
    Object.keys(forms).map(
      (form) => findings.get(fileOf(folder, from, form))?.includes('eslint(no-restricted-imports)') ?? false,
    );

  test.each(mayNot)('may not import %s, in any form', (from) => {
    expect(isCaught(from)).toEqual([true, true, true, true]);
  });

  test.each(may)('may import %s', (from) => {
    expect(isCaught(from)).toEqual([false, false, false, false]);
  });
});

test.each(habits)('%s', (_title, path, rule) => {
  expect(findings.get(path) ?? []).toContainEqual(expect.stringContaining(`(${rule})`));
});

test('config.ts alone reads the environment', () => {
  expect(findings.get(`${server}/config.ts`)).toBeUndefined();
});

test('every room of the server has its boundary', () => {
  const standing = readdirSync(join(repository, server), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const ruled = serverRooms.map(({ room }) => room.split('/')[0]);
  expect(ruled).toEqual(expect.arrayContaining(standing.map(({ name }) => name)));
});
