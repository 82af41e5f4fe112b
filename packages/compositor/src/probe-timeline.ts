import { filesOf } from './plan-render.ts';
import { type MediaProbe, probeMedia, type ProbeOptions } from './probe-media.ts';
import type { Timeline } from './timeline.ts';

/** Probes every file a timeline names, each once, keyed as `planRender` wants them. */
export async function probeTimeline(
  timeline: Timeline,
  options: ProbeOptions = {},
): Promise<Map<string, MediaProbe>> {
  const files = filesOf(timeline);
  const probes = await Promise.all(files.map((file) => probeMedia(file, options)));
  return new Map(files.map((file, index) => [file, probes[index]] as [string, MediaProbe]));
}
