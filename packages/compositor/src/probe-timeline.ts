import { stat } from 'node:fs/promises';
import { filesOf } from './plan-render.ts';
import { type MediaProbe, probeMedia, type ProbeOptions } from './probe-media.ts';
import type { Timeline } from './timeline.ts';

/** Enough for the ads being edited at one time. */
const mostKnown = 500;
const known = new Map<string, MediaProbe>();

/** A file that was not touched since is not probed again: an edit starts at once. */
async function probeOnce(file: string, options: ProbeOptions): Promise<MediaProbe> {
  const facts = await stat(file).catch(() => null);
  const key = facts && [file, process.cwd(), facts.ino, facts.size, facts.mtimeMs, facts.ctimeMs].join('\n');
  const before = key === null ? undefined : known.get(key);
  if (before) return before;
  const probe = await probeMedia(file, options);
  if (key !== null) known.set(key, probe);
  const [oldest] = known.keys();
  if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
  return probe;
}

/** Probes every file a timeline names, each once, keyed as `planRender` wants them. */
export async function probeTimeline(
  timeline: Timeline,
  options: ProbeOptions = {},
): Promise<Map<string, MediaProbe>> {
  const files = filesOf(timeline);
  const probes = await Promise.all(files.map((file) => probeOnce(file, options)));
  return new Map(files.map((file, index) => [file, probes[index]] as [string, MediaProbe]));
}
