import { copyFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MediaRefused, RenderFailed } from '../src/errors.ts';
import { checkMedia, probeMedia } from '../src/probe-media.ts';
import { ffmpeg, makeClip, makeDir, makeTone } from './make-media.ts';

async function refusal(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => null,
    (it: unknown) => it,
  );
  expect(error).toBeInstanceOf(MediaRefused);
  return (error as MediaRefused).code;
}

/** The header of a PNG that claims a size, with almost no data behind it. */
function pngBomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(body));
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, body, crc]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((side + 1) * 64));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

test('playlists in disguise are refused and never open the file they point to', async () => {
  await using dir = await makeDir();
  const secret = await makeClip(join(dir.path, 'secret.mp4'), { seconds: 0.3 });
  const playlists = {
    'hls.mp4': `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n${secret}\n#EXT-X-ENDLIST\n`,
    'concat.mp4': `ffconcat version 1.0\nfile secret.mp4\n`,
    'dash.mp4': `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"><Period><AdaptationSet><Representation id="1" bandwidth="1"><BaseURL>${secret}</BaseURL></Representation></AdaptationSet></Period></MPD>`,
    'picture.svg': `<svg xmlns="http://www.w3.org/2000/svg"><image href="${secret}"/></svg>`,
    'page.mp4': '<html><body>Too many requests</body></html>',
  };
  for (const [name, text] of Object.entries(playlists)) {
    await writeFile(join(dir.path, name), text);
    expect(['media_not_allowed', 'media_unreadable'], name).toContain(
      await refusal(probeMedia(join(dir.path, name))),
    );
  }
});

test('bombs are refused before they are decoded', async () => {
  await using dir = await makeDir();
  const big = join(dir.path, 'big.png');
  await writeFile(big, pngBomb(15_500));
  expect(['media_too_large', 'media_unreadable', 'media_damaged']).toContain(
    await refusal(checkMedia(big, 'image')),
  );

  const fast = join(dir.path, 'fast.mp4');
  await ffmpeg(['-f', 'lavfi', '-i', 'color=s=64x64:r=1000:d=0.5', '-c:v', 'libx264', fast]);
  expect(await refusal(probeMedia(fast))).toBe('media_too_large');

  const long = join(dir.path, 'long.mp4');
  await ffmpeg(['-f', 'lavfi', '-i', 'color=s=64x64:r=1/100:d=7200', '-c:v', 'libx264', long]);
  expect(await refusal(probeMedia(long))).toBe('media_too_large');

  const many = join(dir.path, 'many.mkv');
  const maps = Array.from({ length: 20 }, () => ['-map', '0']).flat();
  await ffmpeg(['-f', 'lavfi', '-i', 'color=s=64x64:d=0.2', ...maps, '-c:v', 'mpeg4', many]);
  expect(await refusal(probeMedia(many))).toBe('media_too_large');
});

test('missing, empty, truncated and scrambled files are refused with a sentence', async () => {
  await using dir = await makeDir();
  const good = await makeClip(join(dir.path, 'good.mp4'), {
    tone: 440,
    video: ['-c:v', 'libx264', '-movflags', '+faststart'],
  });
  const at = (name: string) => join(dir.path, name);
  await writeFile(at('empty.mp4'), '');
  await copyFile(good, at('half.mp4'));
  await truncate(at('half.mp4'), Math.floor((await readFile(good)).length / 2));
  const bytes = await readFile(good);
  for (let index = 3000; index < bytes.length; index += 97) bytes[index] = (bytes[index] ?? 0) ^ 0xa5;
  await writeFile(at('scrambled.mp4'), bytes);

  expect(await refusal(checkMedia(at('none.mp4'), 'video'))).toBe('media_missing');
  expect(await refusal(checkMedia(dir.path, 'video'))).toBe('media_missing');
  expect(await refusal(checkMedia(at('empty.mp4'), 'video'))).toBe('media_empty');
  expect(await refusal(checkMedia(at('half.mp4'), 'video'))).toBe('media_damaged');
  expect(['media_damaged', 'media_unreadable']).toContain(
    await refusal(checkMedia(at('scrambled.mp4'), 'video')),
  );
});

test('good files of the right kind pass, of another kind do not', async () => {
  await using dir = await makeDir();
  const video = await makeClip(join(dir.path, 'clip.mp4'), { tone: 440 });
  const music = await makeTone(join(dir.path, 'music.mp3'), 440, 1);
  const image = join(dir.path, 'still.jpg');
  await ffmpeg(['-f', 'lavfi', '-i', 'testsrc2=s=320x180', '-frames:v', '1', image]);
  expect(await checkMedia(video, 'video')).toMatchObject({
    kind: 'video',
    picture: { width: 256, height: 144, fps: 30 },
  });
  expect(await checkMedia(music, 'audio')).toMatchObject({ kind: 'audio', picture: null });
  expect(await checkMedia(image, 'image')).toMatchObject({ kind: 'image', seconds: 0, sound: null });
  expect(await refusal(checkMedia(music, 'video'))).toBe('media_wrong_kind');
  expect(await refusal(checkMedia(video, 'image'))).toBe('media_wrong_kind');
});

const machineTroubles = {
  'ffprobe is killed': 'kill -9 $$',
  'ffprobe is told to end': 'exit 255',
  'the disk is full': 'echo "No space left on device" >&2; exit 1',
};

test.each(Object.entries(machineTroubles))('a good file is not refused because %s', async (_what, script) => {
  await using dir = await makeDir();
  const clip = await makeClip(join(dir.path, 'clip.mp4'), { tone: 440 });
  const program = join(dir.path, 'stopped');
  await writeFile(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  const troubles = [
    { ffprobePath: program },
    { ffmpegPath: program },
    { ffmpegPath: join(dir.path, 'not there') },
  ];
  for (const tools of troubles) {
    await expect(checkMedia(clip, 'video', tools)).rejects.toBeInstanceOf(RenderFailed);
  }
  expect(await checkMedia(clip, 'video')).toMatchObject({ kind: 'video' });
});
