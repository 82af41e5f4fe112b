/** Makes the files of the emulated models. Every file is real and plays; the end of `outPath` says its format. */
export type MediaMaker = {
  picture(order: PictureOrder): Promise<void>;
  clip(order: ClipOrder): Promise<void>;
  music(order: MusicOrder): Promise<void>;
  /** What a language model says. */
  text?(order: { prompt: string; systemPrompt: string; pictures: number }): Promise<string>;
};

/** Pixels; both sides even. */
export type Size = { width: number; height: number };

export type PictureOrder = {
  prompt: string;
  seed: number;
  size: Size;
  /** The picture of the product that came with the request. */
  referencePath: string | null;
  outPath: string;
};

export type ClipOrder = {
  prompt: string;
  seed: number;
  firstFramePath: string | null;
  size: Size;
  seconds: number;
  fps: number;
  outPath: string;
};

export type MusicOrder = { prompt: string; seed: number; seconds: number; outPath: string };
