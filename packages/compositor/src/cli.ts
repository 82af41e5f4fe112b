#!/usr/bin/env node
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ProductFacts } from '@spotsmith/motion/product';
import { Storyboard } from '@spotsmith/motion/storyboard';
import { ZodError, z } from 'zod';
import type { Progress } from './encode/render-progress.ts';
import { CompositorError } from './errors.ts';
import { inspectFilm } from './film/inspect-film.ts';
import { inspect, type Verdict } from './inspect.ts';
import { planRender } from './plan-render.ts';
import { probeTimeline } from './probe-timeline.ts';
import { render } from './render.ts';
import { renderFilm } from './film/render-film.ts';
import { Canvas, Timeline, timelineJsonSchema } from './timeline.ts';

const usage = `compositor render TIMELINE.json OUT.mp4 [--cache DIR] [--quiet]
compositor film STORYBOARD.json OUT.mp4 --product CUTOUT.png --facts FACTS.json [--canvas 1080x1920]
                [--music FILE] [--asset ID=FILE]... [--cache DIR] [--quiet]
compositor schema                      prints the JSON schema of a timeline
`;

function stopOnSignals(): AbortSignal {
  const stop = new AbortController();
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(1);
    stop.abort(new Error('Stopped.'));
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return stop.signal;
}

/** Says how far it is, on one line. */
function reporter(isQuiet: boolean) {
  return ({ frame, totalFrames, percent, etaSeconds }: Progress) => {
    const eta = etaSeconds === null ? '' : `, ${Math.ceil(etaSeconds)} s left`;
    if (!isQuiet)
      process.stderr.write(`\r${percent.toFixed(0)} %, frame ${frame} of ${totalFrames}${eta}    `);
  };
}

const CanvasFlag = z
  .string()
  .regex(/^\d+x\d+$/, 'Write the canvas as WIDTHxHEIGHT, such as 1080x1920.')
  .transform((text) => text.split('x').map(Number))
  .transform(([width, height]) => ({ width, height }))
  .pipe(Canvas);

const readJson = async (path: string): Promise<unknown> => JSON.parse(await readFile(path, 'utf8'));

interface FilmFlags {
  product: string;
  facts: string;
  canvas: string;
  music?: string | undefined;
  asset: string[];
  cache: string;
  quiet: boolean;
}

async function filmCommand(storyboardPath: string, outPath: string, flags: FilmFlags): Promise<void> {
  const assets = flags.asset.map((it) => it.split('=', 2) as [string, string]);
  const signal = stopOnSignals();
  const film = await renderFilm(
    {
      storyboard: Storyboard.parse(await readJson(storyboardPath)),
      canvas: CanvasFlag.parse(flags.canvas),
      product: { cutoutPath: flags.product, facts: ProductFacts.parse(await readJson(flags.facts)) },
      assetPaths: Object.fromEntries(assets),
      audio: flags.music === undefined ? undefined : { music: { source: flags.music, gainDb: 0 } },
    },
    {
      cacheDir: flags.cache,
      outPath,
      signal,
      onProgress: reporter(flags.quiet),
    },
  );
  if (!flags.quiet) process.stderr.write('\n');
  process.stdout.write(`${film.totalFrames} frames, ${film.encodedFrames} of them drawn now\n`);
  report(await inspectFilm(film, { signal }));
}

function report({ verdict, reasons }: Pick<Verdict, 'verdict' | 'reasons'>): void {
  process.stdout.write(`${verdict}\n${reasons.map(({ message }) => `  ${message}\n`).join('')}`);
  if (verdict === 'blocked') process.exitCode = 1;
}

async function renderCommand(
  timelinePath: string,
  outPath: string,
  cacheDir: string,
  isQuiet: boolean,
): Promise<void> {
  const timeline = Timeline.parse(JSON.parse(await readFile(timelinePath, 'utf8')));
  const signal = stopOnSignals();
  const out = resolve(outPath);
  const cache = resolve(cacheDir);
  // Files are named relative to the timeline that names them.
  process.chdir(dirname(resolve(timelinePath)));
  const probes = await probeTimeline(timeline, { signal });
  const rendered = await render(planRender(timeline, probes), {
    cacheDir: cache,
    outPath: out,
    signal,
    onProgress: reporter(isQuiet),
  });
  if (!isQuiet) process.stderr.write('\n');
  report(await inspect(out, timeline, { measures: rendered.measures, probes, signal }));
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      cache: { type: 'string', default: join(tmpdir(), 'compositor-cache') },
      quiet: { type: 'boolean', default: false },
      product: { type: 'string' },
      facts: { type: 'string' },
      canvas: { type: 'string', default: '1080x1920' },
      music: { type: 'string' },
      asset: { type: 'string', multiple: true, default: [] },
    },
  });
  const [verb, timelinePath, outPath] = positionals;
  if (verb === 'schema') {
    process.stdout.write(`${JSON.stringify(timelineJsonSchema(), null, 2)}\n`);
  } else if (verb === 'render' && timelinePath && outPath) {
    await renderCommand(timelinePath, outPath, values.cache, values.quiet);
  } else if (verb === 'film' && timelinePath && outPath && values.product && values.facts) {
    await filmCommand(timelinePath, outPath, { ...values, product: values.product, facts: values.facts });
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
