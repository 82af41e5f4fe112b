import { z } from 'zod';
import { runFfprobe, safeInput, hostileLimits } from './encode/run-ffmpeg.ts';
import type { ProbeOptions } from './probe-media.ts';

/** When a stream really plays, by its packets: headers promise what they like. Seconds, in the stream's own time. */
export interface StreamTimes {
  startSeconds: number;
  endSeconds: number;
  /** Packets per second; 0 for a single one. */
  rate: number;
}

const seconds = z.coerce.number().optional().catch(undefined);
const Packets = z.object({
  packets: z.array(z.object({ pts_time: seconds, dts_time: seconds, duration_time: seconds })).catch([]),
});

const middleOf = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/**
 * Times of one stream from when its packets start. The last one lasts as long as it says, unless all say the same and
 * it is not what lies between them (a container's default): then as long as those before it. Pure.
 */
export function timesOf(
  packets: readonly { startSeconds: number; durationSeconds?: number | undefined }[],
): StreamTimes | null {
  const sorted = packets.toSorted((a, b) => a.startSeconds - b.startSeconds);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return null;
  const spanSeconds = last.startSeconds - first.startSeconds;
  const gaps = sorted.slice(1).map(({ startSeconds }, i) => startSeconds - (sorted[i]?.startSeconds ?? 0));
  const gap = middleOf(gaps) ?? 0;
  const durations = sorted.map(({ durationSeconds = 0 }) => durationSeconds);
  const isDefault = durations.length > 1 && durations.every((duration) => duration === durations[0]);
  const told = durations.at(-1) ?? 0;
  const isBelieved = told > 0 && !(isDefault && gap > 0 && (told > 2 * gap || told < gap / 2));
  return {
    startSeconds: first.startSeconds,
    endSeconds: last.startSeconds + (isBelieved ? told : gap),
    rate: spanSeconds > 0 ? (sorted.length - 1) / spanSeconds : 0,
  };
}

/** Reads the times of a stream (`v:0`, `a:1`) from every packet of the file; nothing is decoded. */
export async function readPacketTimes(
  path: string,
  stream: string,
  inputOptions: readonly string[],
  options: ProbeOptions,
): Promise<StreamTimes | null> {
  const args = ['-select_streams', stream, '-show_entries', 'packet=pts_time,dts_time,duration_time'];
  const answer = await runFfprobe(options, {
    args: [...args, ...safeInput(path, inputOptions)],
    signal: options.signal,
    limits: hostileLimits,
  });
  const { packets } = Packets.parse(answer);
  return timesOf(
    packets.flatMap(({ pts_time, dts_time, duration_time }) => {
      const startSeconds = pts_time ?? dts_time;
      return startSeconds === undefined ? [] : [{ startSeconds, durationSeconds: duration_time }];
    }),
  );
}
