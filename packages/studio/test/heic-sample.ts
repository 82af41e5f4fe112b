import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const u16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const u32 = (value: number) => Buffer.concat([u16(value >>> 16), u16(value & 0xffff)]);
const box = (type: string, ...parts: Buffer[]) => {
  const content = Buffer.concat(parts);
  return Buffer.concat([u32(content.length + 8), Buffer.from(type, 'latin1'), content]);
};
const fullBox = (type: string, version: number, ...parts: Buffer[]) =>
  box(type, Buffer.from([version, 0, 0, 0]), ...parts);

/** The content of the first box of a type, wherever it is. */
function contentOf(file: Buffer, type: string): Buffer {
  const at = file.indexOf(type, 0, 'latin1');
  return file.subarray(at + 4, at - 4 + file.readUInt32BE(at - 4));
}

type HeicOptions = {
  folder: string;
  /** A picture that FFmpeg reads. */
  picture: string;
  width: number;
  height: number;
  /** ICC profile of the picture's colours. */
  profile?: Buffer;
  /** Quarter turns against the clock that a viewer has to make. */
  quarterTurns?: 0 | 1 | 2 | 3;
};

/**
 * A HEIC as phones write it: one HEVC picture in a HEIF file (ISO/IEC 23008-12), with its colour profile and how it is
 * turned. FFmpeg encodes the picture; the boxes around it are written here.
 */
async function heicOf(options: HeicOptions): Promise<Buffer> {
  const { folder, picture, width, height, profile, quarterTurns = 0 } = options;
  const film = path.join(folder, 'picture.mp4');
  const encoding = ['-c:v', 'libx265', '-x265-params', 'log-level=none:crf=12', '-pix_fmt', 'yuv420p'];
  const colours = ['-vf', 'scale=out_color_matrix=bt601:out_range=tv', '-color_range', 'tv'];
  await promisify(execFile)('ffmpeg', [
    ...['-v', 'error', '-y', '-i', picture, '-frames:v', '1'],
    ...[...colours, ...encoding, '-tag:v', 'hvc1', film],
  ]);
  const encoded = await readFile(film);
  const sample = contentOf(encoded, 'mdat');
  const properties = [
    box('hvcC', contentOf(encoded, 'hvcC')),
    fullBox('ispe', 0, u32(width), u32(height)),
    ...(profile === undefined ? [] : [box('colr', Buffer.from('prof', 'latin1'), profile)]),
    ...(quarterTurns === 0 ? [] : [box('irot', Buffer.from([quarterTurns]))]),
  ];
  const associations = Buffer.from(properties.map((_, index) => index + 1));
  const fileType = box('ftyp', Buffer.from('heic\0\0\0\0heicmif1', 'latin1'));
  const metaAt = (dataAt: number) =>
    fullBox(
      'meta',
      0,
      fullBox('hdlr', 0, u32(0), Buffer.from('pict', 'latin1'), Buffer.alloc(13)),
      fullBox('pitm', 0, u16(1)),
      fullBox(
        'iloc',
        0,
        Buffer.from([0x44, 0]),
        u16(1),
        u16(1),
        u16(0),
        u16(1),
        u32(dataAt),
        u32(sample.length),
      ),
      fullBox('iinf', 0, u16(1), fullBox('infe', 2, u16(1), u16(0), Buffer.from('hvc1\0', 'latin1'))),
      box(
        'iprp',
        box('ipco', ...properties),
        fullBox('ipma', 0, u32(1), u16(1), Buffer.from([properties.length]), associations),
      ),
    );
  const dataAt = fileType.length + metaAt(0).length + 8;
  return Buffer.concat([fileType, metaAt(dataAt), box('mdat', sample)]);
}

/** The same, as a file. */
export async function heicFile(options: HeicOptions & { name: string }): Promise<string> {
  const file = path.join(options.folder, options.name);
  await writeFile(file, await heicOf(options));
  return file;
}
