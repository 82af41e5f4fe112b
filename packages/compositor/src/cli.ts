#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ZodError, z } from 'zod';
import { CompositorError } from './errors.ts';
import { inspect } from './inspect.ts';
import { planRender } from './plan-render.ts';
import { probeTimeline } from './probe-timeline.ts';
import { render } from './render.ts';
import { Timeline, timelineJsonSchema } from './timeline.ts';

const usage = `compositor render TIMELINE.json OUT.mp4 [--cache DIR] [--quiet]
compositor schema                      prints the JSON schema of a timeline
`;

async function renderCommand(
  timelinePath: string,
  outPath: string,
  cacheDir: string,
  isQuiet: boolean,
): Promise<void> {
  const timeline = Timeline.parse(JSON.parse(await readFile(timelinePath, 'utf8')));
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(new Error('Stopped.')));
  process.once('SIGTERM', () => stop.abort(new Error('Stopped.')));
  const out = resolve(outPath);
  const cache = resolve(cacheDir);
  // Files are named relative to the timeline that names them.
  process.chdir(dirname(resolve(timelinePath)));
  const probes = await probeTimeline(timeline, { signal: stop.signal });
  const rendered = await render(planRender(timeline, probes), {
    cacheDir: cache,
    outPath: out,
    signal: stop.signal,
    onProgress: ({ frame, totalFrames, percent, etaSeconds }) => {
      const eta = etaSeconds === null ? '' : `, ${Math.ceil(etaSeconds)} s left`;
      if (!isQuiet)
        process.stderr.write(`\r${percent.toFixed(0)} %, frame ${frame} of ${totalFrames}${eta}    `);
    },
  });
  if (!isQuiet) process.stderr.write('\n');
  const { verdict, reasons } = await inspect(out, timeline, {
    measures: rendered.measures,
    probes,
    signal: stop.signal,
  });
  process.stdout.write(`${verdict}\n${reasons.map(({ message }) => `  ${message}\n`).join('')}`);
  if (verdict === 'blocked') process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      cache: { type: 'string', default: join(tmpdir(), 'compositor-cache') },
      quiet: { type: 'boolean', default: false },
    },
  });
  const [verb, timelinePath, outPath] = positionals;
  if (verb === 'schema') {
    process.stdout.write(`${JSON.stringify(timelineJsonSchema(), null, 2)}\n`);
  } else if (verb === 'render' && timelinePath && outPath) {
    await renderCommand(timelinePath, outPath, values.cache, values.quiet);
  } else {
    process.stderr.write(usage);
    process.exitCode = 2;
  }
}

try {
  await main();
} catch (error) {
  const message =
    error instanceof ZodError
      ? z.prettifyError(error)
      : error instanceof Error
        ? error.message
        : String(error);
  process.stderr.write(`\n${message}\n`);
  if (!(error instanceof CompositorError) && !(error instanceof ZodError) && error instanceof Error) {
    process.stderr.write(`${error.stack ?? ''}\n`);
  }
  process.exitCode = 1;
}
