/** The models this stand-in runs, from what OpenAI publishes of them (developers.openai.com, November 2026). */
export const MODELS = ['gpt-image-2.6-sunburst', 'gpt-image-2.6-flare'];

export type Input = Record<string, unknown>;
export type Usage = {
  input_tokens: number;
  input_tokens_details: { text_tokens: number; image_tokens: number };
  output_tokens: number;
  total_tokens: number;
};

/** What a request may hold, and of it the values that are a closed list. `response_format` is of older models only. */
const FIELDS: Record<string, readonly string[] | null> = {
  model: MODELS,
  prompt: null,
  n: null,
  size: null,
  quality: ['low', 'medium', 'high', 'xhigh', 'max', 'auto'],
  background: ['opaque', 'transparent', 'auto'],
  moderation: ['low', 'auto'],
  output_format: ['png', 'jpeg', 'webp'],
  output_compression: null,
  complexity: ['low', 'medium', 'high'],
  user: null,
};
const MAX_PROMPT = 32_000;
const STEP = 16;
const LONGEST = 3_840;
const PIXELS = { least: 655_360, most: 8_294_400 };

/** What is wrong with a request, as OpenAI complains; null when it is good. */
export function complaintOf(input: Input): string | null {
  for (const [name, value] of Object.entries(input)) {
    const allowed = FIELDS[name];
    if (allowed === undefined) return `Unknown parameter: '${name}'.`;
    if (allowed !== null && !allowed.includes(wordOf(value)))
      return `Invalid value: '${wordOf(value)}'. Supported values are: ${allowed.join(', ')}.`;
  }
  const { model, prompt, n = 1, size } = input;
  if (model === undefined) return "Missing required parameter: 'model'.";
  if (typeof prompt !== 'string' || prompt === '') return "Missing required parameter: 'prompt'.";
  if (prompt.length > MAX_PROMPT) return `Invalid 'prompt': string too long, at most ${MAX_PROMPT}.`;
  if (typeof n !== 'number' || n < 1 || n > 10) return "Invalid 'n': between 1 and 10.";
  return size === undefined || size === 'auto' ? null : sizeComplaint(wordOf(size));
}

function sizeComplaint(size: string): string | null {
  const [, width = 0, height = 0] = /^(\d+)x(\d+)$/.exec(size)?.map(Number) ?? [];
  const isSound =
    width > 0 &&
    width % STEP === 0 &&
    height % STEP === 0 &&
    Math.max(width, height) <= LONGEST &&
    Math.max(width, height) <= 3 * Math.min(width, height) &&
    width * height >= PIXELS.least &&
    width * height <= PIXELS.most;
  return isSound ? null : `Invalid size '${size}'. Both sides must be multiples of ${STEP}.`;
}

/** A value that should be a word. */
export function wordOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Patches a side, by quality; `xhigh` and `max` are more than was published. */
const PATCHES: Record<string, number> = { low: 16, medium: 48, high: 96, xhigh: 128, max: 160 };
const PATCH_IN = 32;

/** Tokens of a call: going out by the formula that community.openai.com/t/1382699 read from OpenAI's calculator. */
export function usageOf(
  { prompt, size, quality }: Input,
  pictures: readonly { width: number; height: number }[],
): Usage {
  const [width = 1024, height = 1024] = (wordOf(size) || '1024x1024').split('x').map(Number);
  const long = PATCHES[wordOf(quality)] ?? 96;
  const short = Math.round((long * Math.min(width, height)) / Math.max(width, height));
  const output = Math.ceil((long * short * (2_000_000 + width * height)) / 4_000_000);
  const text = Math.ceil(wordOf(prompt).length / 4);
  const image = pictures.reduce(
    (sum, picture) => sum + Math.ceil(picture.width / PATCH_IN) * Math.ceil(picture.height / PATCH_IN),
    0,
  );
  return {
    input_tokens: text + image,
    input_tokens_details: { text_tokens: text, image_tokens: image },
    output_tokens: output,
    total_tokens: text + image + output,
  };
}

/** Millionths of a dollar: 5, 8 and 30 dollars a million tokens of words and pictures in, and pictures out. */
export function billOf({ input_tokens_details: input, output_tokens: output }: Usage): number {
  return 5 * input.text_tokens + 8 * input.image_tokens + 30 * output;
}
