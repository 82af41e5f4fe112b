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
} as const;

const workspaces = globSync('{packages,apps}/*/package.json').map((path) => {
  const root = dirname(path);
  const globalSetup = globSync(`${root}/test/support/*-for-all.ts`).map((file) => resolve(file));
  return {
    test: { ...patient, name: basename(root), root, globalSetup, include: ['{src,test}/**/*.test.ts'] },
  };
});

/** The long tests live in `test/` rooms, the short ones beside their file: start the long ones first. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = (file: TestSpecification) => file.moduleId.includes('/test/');
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
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
