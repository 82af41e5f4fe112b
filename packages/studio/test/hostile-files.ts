import { deflateSync, gzipSync, crc32 } from 'node:zlib';

/** Files of a few megabytes that cost gigabytes or minutes when a library opens them without a thought. */

const be32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([be32(data.length), body, be32(crc32(body))]);
}

function png(side: number, extra: Buffer[] = [], channels: 1 | 3 = 3): Buffer {
  const header = Buffer.concat([be32(side), be32(side), Buffer.from([8, channels === 3 ? 2 : 0, 0, 0, 0])]);
  // A simple picture that is not one flat colour.
  const rows = Buffer.alloc((side * channels + 1) * side);
  for (let y = 0; y < side; y += 8)
    rows.fill(y % 251, y * (side * channels + 1) + 1, y * (side * channels + 1) + side);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    ...extra,
    pngChunk('IDAT', deflateSync(rows, { level: 1 })),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A photo of 600 px with `count` compressed texts of 50 MB each; 4.9 MB for 100. */
export function pngWithTexts(count = 100): Buffer {
  const text = deflateSync(Buffer.alloc(50_000_000, 0x61), { level: 9 });
  const chunk = pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), text]));
  return png(
    600,
    Array.from({ length: count }, () => chunk),
  );
}

/** A drawing that is gzipped, so that its first bytes are not those of a drawing; 1 MB for each gigabyte. */
export function gzippedSvg(megabytes = 1000): Buffer {
  const text = Buffer.alloc(megabytes * 1_000_000, 0x20);
  text.write('<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800"><text>', 0);
  text.write('</text></svg>', text.length - 13);
  return gzipSync(text, { level: 9 });
}

/** A second of sound with `count` covers of `side` × `side` pixels. */
export function flacWithCovers(sound: Buffer, side = 15_500, count = 8): Buffer {
  const cover = png(side, [], 1);
  const mime = Buffer.from('image/png');
  const picture = Buffer.concat([
    be32(3),
    be32(mime.length),
    mime,
    be32(0),
    ...[side, side, 8, 0, cover.length].map(be32),
    cover,
  ]);
  const block = (isLast: boolean) =>
    Buffer.concat([
      Buffer.from([
        (isLast ? 0x80 : 0) | 6,
        picture.length >> 16,
        (picture.length >> 8) & 255,
        picture.length & 255,
      ]),
      picture,
    ]);
  // After the stream information, before everything else.
  const firstEnd = 4 + 4 + 34;
  const start = Buffer.from(sound.subarray(0, firstEnd));
  start[4] = (start[4] ?? 0) & 0x7f;
  return Buffer.concat([
    start,
    ...Array.from({ length: count }, () => block(false)),
    sound.subarray(firstEnd),
  ]);
}

/** A picture of 64 px that says it has `count` pages; 20 MB for 200,000. */
export function tiffWithPages(count = 200_000): Buffer {
  const side = 64;
  const entries = [
    [256, 3, 1, side],
    [257, 3, 1, side],
    [258, 3, 1, 8],
    [259, 3, 1, 1],
    [262, 3, 1, 1],
    [273, 4, 1, 8],
    [278, 3, 1, side],
    [279, 4, 1, side * side],
  ] as const;
  const directoryBytes = 2 + entries.length * 12 + 4;
  const first = 8 + side * side;
  const file = Buffer.alloc(first + directoryBytes * count);
  file.write('II*\0', 0, 'latin1');
  file.writeUInt32LE(first, 4);
  for (let i = 0; i < side * side; i += 1) file[8 + i] = i % 251;
  for (let page = 0; page < count; page += 1) {
    const at = first + page * directoryBytes;
    file.writeUInt16LE(entries.length, at);
    entries.forEach(([tag, type, n, value], index) => {
      const entry = at + 2 + index * 12;
      file.writeUInt16LE(tag, entry);
      file.writeUInt16LE(type, entry + 2);
      file.writeUInt32LE(n, entry + 4);
      if (type === 3) file.writeUInt16LE(value, entry + 8);
      else file.writeUInt32LE(value, entry + 8);
    });
    file.writeUInt32LE(page + 1 < count ? at + directoryBytes : 0, at + directoryBytes - 4);
  }
  return file;
}
