import { expect, test } from 'vitest';
import { runFfmpeg } from './run-ffmpeg.ts';

test('pixels arrive whole, though the last one looks like the end of a line', async () => {
  const newline = 10;
  const { stdout } = await runFfmpeg(
    {},
    {
      args: [
        ...['-f', 'lavfi', '-i', `nullsrc=s=4x2,format=gray,geq=lum=${newline}`],
        ...['-frames:v', '1', '-f', 'rawvideo', 'pipe:1'],
      ],
    },
  );
  expect([...stdout]).toEqual(Array(8).fill(newline));
});
