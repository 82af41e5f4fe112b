import { resolve } from 'node:path';
import { z } from 'zod';
import type { Environment } from './config.ts';

const url = () => z.url({ protocol: /^https?$/, error: 'must be an address like https://ads.example.com' });

/** Keys and addresses of those who make images, clips and music. */
export const HOSTED_SETTINGS = {
  REPLICATE_API_TOKEN: z
    .string()
    .optional()
    .describe('Hosted image, clip and music models. Without it: the local studio.'),
  REPLICATE_API_KEY: z.string().optional().describe('Another name for REPLICATE_API_TOKEN.'),
  REPLICATE_BASE_URL: url().default('https://api.replicate.com').describe('Address of Replicate.'),
  PROVIDER_LIST_LAG_SECONDS: z.coerce
    .number()
    .positive()
    .default(120)
    .describe(
      'How late a provider may list a call. So long a call whose answer was lost is looked for before it is made, and paid, again.',
    ),
  FAL_KEY: z.string().optional().describe('Hosted image, clip and music models of fal.'),
  FAL_BASE_URL: url().optional().describe('Address of a stand-in for fal. Default: fal itself.'),
  COMFYUI_URL: z
    .string()
    .optional()
    .describe('Your own graphics card: address of ComfyUI; of several, separated by commas.'),
  COMFYUI_HEADERS: z
    .string()
    .optional()
    .describe('What a proxy before it wants, as JSON like {"Authorization":"Bearer …"}.'),
  OPENAI_IMAGES_KEY: z
    .string()
    .optional()
    .describe(
      'Images by OpenAI. A name of its own, so that a key meant for other programs spends nothing here.',
    ),
  OPENAI_IMAGES_BASE_URL: url()
    .optional()
    .describe('Another endpoint that speaks OpenAI’s images protocol. Default: https://api.openai.com/v1'),
  GEMINI_IMAGES_KEY: z.string().optional().describe('Images by Gemini, with a key of Google AI Studio.'),
  GEMINI_IMAGES_BASE_URL: url()
    .optional()
    .describe('Another address of Gemini. Default: https://generativelanguage.googleapis.com/v1beta'),
};

/** `webhookOrigin`: where the provider can reach us, no less safely than we reach it; null when it cannot. */
export type HostedConfig =
  | { provider: 'replicate'; token: string; baseUrl: string; webhookOrigin: string | null }
  | { provider: 'fal'; key: string; baseUrl: string | null; webhookOrigin: string | null }
  | {
      provider: 'comfyui';
      /** One for each graphics card. */
      baseUrls: string[];
      headers: Record<string, string>;
      webhookOrigin: null;
    }
  /** They answer with the picture itself, which is kept in `answersDir` until it is stored. */
  | { provider: 'openai' | 'gemini'; key: string; baseUrl: string; answersDir: string; webhookOrigin: null };

const OPENAI = 'https://api.openai.com/v1';
const GEMINI = 'https://generativelanguage.googleapis.com/v1beta';

const Headers = z.record(z.string().regex(/^[\w-]+$/), z.string().regex(/^[\t\u0020-\u007e]+$/));
const Card = z.url({ protocol: /^https?$/ });

/** The providers whose key or address is set, the preferred one first. */
export function hostedProviders(env: Environment): HostedConfig[] {
  const token = env.REPLICATE_API_TOKEN ?? env.REPLICATE_API_KEY;
  const baseUrl = env.REPLICATE_BASE_URL;
  const baseUrls = addressesOf(env);
  const headers = comfyuiHeaders(env) ?? {};
  return [
    ...(token === undefined
      ? []
      : [{ provider: 'replicate' as const, token, baseUrl, webhookOrigin: webhookOrigin(env, baseUrl) }]),
    ...(env.FAL_KEY === undefined
      ? []
      : [
          {
            provider: 'fal' as const,
            key: env.FAL_KEY,
            baseUrl: env.FAL_BASE_URL?.replace(/\/+$/, '') ?? null,
            webhookOrigin: webhookOrigin(env, env.FAL_BASE_URL ?? 'https://queue.fal.run'),
          },
        ]),
    ...(baseUrls.length === 0
      ? []
      : [{ provider: 'comfyui' as const, baseUrls, headers, webhookOrigin: null }]),
    ...answering(env, 'openai', env.OPENAI_IMAGES_KEY, env.OPENAI_IMAGES_BASE_URL ?? OPENAI),
    ...answering(env, 'gemini', env.GEMINI_IMAGES_KEY, env.GEMINI_IMAGES_BASE_URL ?? GEMINI),
  ];
}

function answering(
  { DATA_DIR: dataDir }: Environment,
  provider: 'openai' | 'gemini',
  key: string | undefined,
  baseUrl: string,
): HostedConfig[] {
  if (key === undefined) return [];
  const answersDir = resolve(dataDir, 'answers', provider);
  return [{ provider, key, baseUrl: baseUrl.replace(/\/+$/, ''), answersDir, webhookOrigin: null }];
}

/** What a proxy before ComfyUI is told; null when the setting cannot be read. */
export function comfyuiHeaders({ COMFYUI_HEADERS: text = '{}' }: Pick<Environment, 'COMFYUI_HEADERS'>) {
  try {
    return Headers.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Why the settings of ComfyUI cannot be right, if so. */
export function comfyuiTroubles(env: Environment): [isSo: boolean, message: string][] {
  const addresses = addressesOf(env);
  return [
    [
      addresses.some((address) => !Card.safeParse(address).success),
      'COMFYUI_URL must be an address like http://192.168.1.20:8188, or several, separated by commas.',
    ],
    [
      addresses.some((address) => URL.parse(address)?.username),
      'COMFYUI_URL must not hold a name and password; put them into COMFYUI_HEADERS.',
    ],
    [
      comfyuiHeaders(env) === null,
      'COMFYUI_HEADERS must be JSON like {"Authorization":"Bearer …"}, names and values as plain text.',
    ],
    [
      env.COMFYUI_HEADERS !== undefined && addresses.length === 0,
      'COMFYUI_HEADERS is set but COMFYUI_URL is not; set both, or neither.',
    ],
  ].map(([isSo, message]) => [Boolean(isSo), String(message)]);
}

function addressesOf({ COMFYUI_URL: text = '' }: Environment): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The provider only calls back where the connection is as safe as ours to it: https, but for an emulator. */
function webhookOrigin({ PUBLIC_URL: publicUrl }: Environment, providerUrl: string): string | null {
  if (!publicUrl || new URL(publicUrl).protocol !== new URL(providerUrl).protocol) return null;
  return publicUrl.replace(/\/+$/, '');
}
