import { globSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { defineConfig } from 'vitest/config';

/** Tests run real FFmpeg, real databases and real servers: the limits are for hangs, not for speed. */
const patient = {
  pool: 'forks',
  testTimeout: 600_000,
  hookTimeout: 600_000,
  teardownTimeout: 20_000,
  expect: { poll: { timeout: 60_000 } },
} as const;

/** Kills, outages and lost networks on whole servers, minutes each: `npm run test:faults` runs them, `npm test` does not. */
const FAULTS = '**/*.faults.test.ts';

const HTTP = 'http/**/*.test.ts';

const workspaces = globSync('{packages,apps}/*/package.json').flatMap((path) => {
  const root = dirname(path);
  const globalSetup = globSync(`${root}/test/support/*-for-all.ts`).map((file) => resolve(file));
  const name = basename(root);
  const projects = [
    // Functions and request doors leave nothing behind, so these files share a process and what it has loaded.
    { name: `${name}-units`, include: ['src/**/*.test.ts'], isolate: false },
    { name: `${name}-http`, globalSetup, include: [`test/${HTTP}`], isolate: false },
    { name, globalSetup, include: ['test/**/*.test.ts'], exclude: [FAULTS, `**/test/${HTTP}`] },
    { name: `faults-${name}`, globalSetup, include: [`test/${FAULTS}`] },
  ];
  return projects.map((project) => ({ test: { ...patient, root, ...project } }));
});

/** A browser's visit and a whole ad take minutes, other tests in `test/` rooms seconds, those beside their file no time. */
const LONGEST_ROOMS = ['/web/test/', '/test/stories/', '/test/', ''];

/** What is long starts first, so that at the end no worker waits for another. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) =>
      LONGEST_ROOMS.findIndex((room) => moduleId.includes(room));
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      ...workspaces,
      { test: { ...patient, name: 'repository', root: '.', include: ['{scripts,test}/**/*.test.ts'] } },
    ],
  },
});
