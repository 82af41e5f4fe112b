import { ImageData } from '@napi-rs/canvas';
import { type FfmpegStream, type FfmpegTools, safeInput, streamFfmpeg } from '../../encode/run-ffmpeg.ts';
import { conformFilter } from '../../filters/conform-filter.ts';
import type { Canvas } from '../../timeline.ts';
import type { FilmPicture } from './messages.ts';
import { createPixelSurface, type PixelSurface } from '../../canvas/node-canvas.ts';

/** As large as it takes to fill the frame, never larger than the clip itself. */
function drawnSize(picture: Canvas, canvas: Canvas): Canvas {
  const scale = Math.min(1, Math.max(canvas.width / picture.width, canvas.height / picture.height));
  const even = (side: number) => Math.max(2, 2 * Math.round((side * scale) / 2));
  return { width: even(picture.width), height: even(picture.height) };
}

/** The frames of a stretch of a clip, decoded one after the other as they are asked for. */
export class ClipFrames {
  readonly #size: Canvas;
  readonly #stream: FfmpegStream;
  readonly #pieces: AsyncIterator<Uint8Array>;
  readonly #surface: PixelSurface;
  #rest: Uint8Array = new Uint8Array();
  #next = 0;

  private constructor(size: Canvas, stream: FfmpegStream) {
    this.#size = size;
    this.#stream = stream;
    this.#pieces = stream.stdout[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    this.#surface = createPixelSurface(size.width, size.height);
  }

  /** Opens a clip at a frame (30 a second) for so many frames; its last picture is held when it is too short. */
  static async open(
    { path, clip }: FilmPicture,
    canvas: Canvas,
    { fromFrame, frames }: { fromFrame: number; frames: number },
    tools: FfmpegTools,
  ): Promise<ClipFrames> {
    if (!clip) throw new TypeError(`${path} is no clip.`);
    const { picture, inputOptions } = clip;
    const size = drawnSize(picture, canvas);
    const graph = conformFilter('0:v', 'conformed', {
      picture,
      canvas: size,
      fit: 'crop',
      fromFrame,
      frames,
    });
    const toPixels = '[conformed]scale=in_color_matrix=bt709:in_range=tv:out_range=pc,format=rgba[out]';
    const args = [
      safeInput(path, ['-threads', '1', ...inputOptions]),
      ['-filter_complex', `${graph};${toPixels}`, '-map', '[out]', '-fps_mode', 'passthrough'],
      ['-f', 'rawvideo', 'pipe:1'],
    ].flat();
    return new ClipFrames(size, streamFfmpeg(tools, { args }));
  }

  /** Reads on to a frame of the stretch; the same picture each time, drawn over. */
  async frame(index: number): Promise<PixelSurface['picture']> {
    const { width, height } = this.#size;
    while (this.#next <= index) {
      const pixels = await this.#read(width * height * 4);
      // A damaged clip that ends too early: its last picture is held.
      if (!pixels) break;
      this.#next += 1;
      const image = new ImageData(new Uint8ClampedArray(pixels), width, height);
      this.#surface.picture.getContext('2d').putImageData(image, 0, 0);
    }
    return this.#surface.picture;
  }

  async #read(bytes: number): Promise<Uint8Array | null> {
    const pieces = [this.#rest];
    let size = this.#rest.length;
    while (size < bytes) {
      const { value, done } = await this.#pieces.next();
      if (done) return null;
      pieces.push(value);
      size += value.length;
    }
    const all = Buffer.concat(pieces);
    this.#rest = all.subarray(bytes);
    return all.subarray(0, bytes);
  }

  async close(): Promise<void> {
    this.#stream.stop();
    await this.#stream.ended.catch(() => undefined);
  }
}
