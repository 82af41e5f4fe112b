/** Something that can be drawn: a decoded photo, a frame of a clip, or a surface. */
export interface Picture {
  readonly width: number;
  readonly height: number;
}

export interface Gradient {
  addColorStop(offset: number, color: string): void;
}

/** A repeated picture; only ever handed back as a fill. */
export type Pattern = object;

export interface TextMeasures {
  readonly width: number;
  readonly actualBoundingBoxLeft: number;
  readonly actualBoundingBoxRight: number;
  readonly actualBoundingBoxAscent: number;
  readonly actualBoundingBoxDescent: number;
}

export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/**
 * The part of the Canvas 2D context that motion draws with. A browser's `CanvasRenderingContext2D` and
 * `@napi-rs/canvas`'s context both have it; both are Skia with HarfBuzz, so both draw the same pixels.
 */
export interface Context2D {
  fillStyle: string | Gradient | Pattern;
  strokeStyle: string | Gradient | Pattern;
  globalAlpha: number;
  globalCompositeOperation: string;
  filter: string;
  imageSmoothingEnabled: boolean;
  imageSmoothingQuality: string;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  font: string;
  fontStretch: string;
  letterSpacing: string;
  direction: string;
  lang: string;
  textAlign: string;
  textBaseline: string;
  shadowColor: string;
  shadowBlur: number;
  shadowOffsetX: number;
  shadowOffsetY: number;
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  rotate(radians: number): void;
  scale(x: number, y: number): void;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void;
  quadraticCurveTo(ax: number, ay: number, x: number, y: number): void;
  arc(x: number, y: number, radius: number, fromRadians: number, toRadians: number): void;
  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotationRadians: number,
    fromRadians: number,
    toRadians: number,
  ): void;
  rect(x: number, y: number, width: number, height: number): void;
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  fill(rule?: 'nonzero' | 'evenodd'): void;
  stroke(): void;
  clip(): void;
  setLineDash(lengths: number[]): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  clearRect(x: number, y: number, width: number, height: number): void;
  fillText(text: string, x: number, y: number): void;
  strokeText(text: string, x: number, y: number): void;
  measureText(text: string): TextMeasures;
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): Gradient;
  createRadialGradient(
    x0: number,
    y0: number,
    radius0: number,
    x1: number,
    y1: number,
    radius1: number,
  ): Gradient;
  createPattern(picture: Picture, repetition: 'repeat'): Pattern | null;
  drawImage(picture: Picture, x: number, y: number): void;
  drawImage(picture: Picture, x: number, y: number, width: number, height: number): void;
  drawImage(
    picture: Picture,
    fromX: number,
    fromY: number,
    fromWidth: number,
    fromHeight: number,
    x: number,
    y: number,
    width: number,
    height: number,
  ): void;
  getImageData(x: number, y: number, width: number, height: number): Pixels;
  putImageData(pixels: Pixels, x: number, y: number): void;
}

/** A canvas to draw on, which is itself a picture. */
export interface Surface {
  readonly picture: Picture;
  readonly context: Context2D;
}

/** Makes canvases; handed in by the compositor (`@napi-rs/canvas`) or the browser (`OffscreenCanvas`). Whole pixels ≥ 1. */
export type CreateSurface = (width: number, height: number) => Surface;
