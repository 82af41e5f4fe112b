/** Dollars for a million tokens going in, and of words and pictures coming out; tokens of a picture by its size. */
type Model = { usdIn: number; usdTextOut: number; usdPictureOut: number; pictures: Record<string, number> };

/** The models this stand-in runs, from ai.google.dev/gemini-api/docs/pricing as others quote it (October and November 2026). */
export const MODELS: Record<string, Model> = {
  'gemini-nano-banana-2.1': {
    usdIn: 1.5,
    usdTextOut: 7.5,
    usdPictureOut: 30,
    pictures: { '1K': 1_120, '2K': 1_680, '4K': 3_780 },
  },
  'gemini-3-pro-image': {
    usdIn: 2,
    usdTextOut: 12,
    usdPictureOut: 120,
    pictures: { '1K': 1_120, '2K': 1_120, '4K': 2_000 },
  },
  'gemini-3.1-flash-lite-image': {
    usdIn: 0.25,
    usdTextOut: 1.5,
    usdPictureOut: 30,
    pictures: { '1K': 1_120 },
  },
};

export type Part = { text?: string; inlineData?: { mimeType: string; data: string } };
export type Body = {
  contents?: { role?: string; parts?: Part[] }[];
  generationConfig?: {
    responseModalities?: string[];
    imageConfig?: { aspectRatio?: string; imageSize?: string };
  };
};
export type Usage = {
  promptTokenCount: number;
  promptTokensDetails: { modality: string; tokenCount: number }[];
  candidatesTokenCount: number;
  candidatesTokensDetails: { modality: string; tokenCount: number }[];
  thoughtsTokenCount: number;
  totalTokenCount: number;
};

const FIELDS = ['contents', 'generationConfig', 'safetySettings', 'systemInstruction', 'tools'];
const CONFIG = [
  'responseModalities',
  'imageConfig',
  'seed',
  'temperature',
  'thinkingConfig',
  'candidateCount',
];
const IMAGE_CONFIG = ['aspectRatio', 'imageSize'];
const RATIOS = '1:1 1:4 1:8 2:3 3:2 3:4 4:1 4:3 4:5 5:4 8:1 9:16 16:9 21:9'.split(' ');
const TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/heic', 'image/heif'];

/** What is wrong with a request, as Google's front end complains; null when it is good. */
export function complaintOf(model: Model, body: Body): string | null {
  const { generationConfig = {} } = body;
  const { imageConfig = {} } = generationConfig;
  const unknown =
    strange(body, FIELDS) ?? strange(generationConfig, CONFIG) ?? strange(imageConfig, IMAGE_CONFIG);
  if (unknown !== null) return `Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`;
  const parts = partsOf(body);
  if (parts.every(({ text }) => !text))
    return 'Unable to submit request because it must have a text parameter.';
  const { aspectRatio, imageSize } = imageConfig;
  if (aspectRatio !== undefined && !RATIOS.includes(aspectRatio))
    return `Invalid aspect ratio: ${aspectRatio}`;
  if (imageSize !== undefined && model.pictures[imageSize] === undefined)
    return `Invalid image size: ${imageSize}`;
  const bad = parts.find(({ inlineData }) => inlineData && !TYPES.includes(inlineData.mimeType));
  return bad ? `Unsupported MIME type: ${bad.inlineData?.mimeType}` : null;
}

export function partsOf({ contents = [] }: Body): Part[] {
  return contents.flatMap(({ parts = [] }) => parts);
}

function strange(given: object, known: readonly string[]): string | null {
  return Object.keys(given).find((name) => !known.includes(name)) ?? null;
}

const PICTURE_IN = 1_090;
const THOUGHTS = 214;

/** Tokens of a call; one that was blocked has nothing going out. */
export function usageOf(model: Model, body: Body, isBlocked: boolean): Usage {
  const parts = partsOf(body);
  const text = Math.ceil(parts.reduce((sum, part) => sum + (part.text ?? '').length, 0) / 4);
  const image = PICTURE_IN * parts.filter(({ inlineData }) => inlineData).length;
  const size = body.generationConfig?.imageConfig?.imageSize ?? '1K';
  const out = isBlocked ? 0 : (model.pictures[size] ?? 0);
  const thoughts = isBlocked ? 0 : THOUGHTS;
  return {
    promptTokenCount: text + image,
    promptTokensDetails: [
      { modality: 'TEXT', tokenCount: text },
      ...(image > 0 ? [{ modality: 'IMAGE', tokenCount: image }] : []),
    ],
    candidatesTokenCount: out,
    candidatesTokensDetails: out > 0 ? [{ modality: 'IMAGE', tokenCount: out }] : [],
    thoughtsTokenCount: thoughts,
    totalTokenCount: text + image + out + thoughts,
  };
}

/** Millionths of a dollar. */
export function billOf(model: Model, usage: Usage): number {
  const { promptTokenCount, candidatesTokenCount, thoughtsTokenCount } = usage;
  return (
    model.usdIn * promptTokenCount +
    model.usdPictureOut * candidatesTokenCount +
    model.usdTextOut * thoughtsTokenCount
  );
}
