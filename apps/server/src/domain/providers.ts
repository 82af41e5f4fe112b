import type { Provider } from '@spotsmith/contract/words';

export type HostedProviderId = Exclude<Provider, 'studio'>;

type ProviderFacts = { name: string; keyName: string; ready: string; wanted: string };

/** What people call each provider, the setting that holds its key or address, and what is said when it is there or not. */
export const PROVIDER_FACTS: Record<HostedProviderId, ProviderFacts> = {
  replicate: {
    name: 'Replicate',
    keyName: 'REPLICATE_API_TOKEN',
    ready: 'A key is present.',
    wanted: 'to use hosted models.',
  },
  fal: {
    name: 'fal',
    keyName: 'FAL_KEY',
    ready: 'A key is present.',
    wanted: 'to use hosted models.',
  },
  comfyui: {
    name: 'ComfyUI',
    keyName: 'COMFYUI_URL',
    ready: 'Your own graphics card: nothing is paid, nothing leaves the house.',
    wanted: 'to use open models on your own graphics card.',
  },
  openai: {
    name: 'OpenAI',
    keyName: 'OPENAI_IMAGES_KEY',
    ready: 'A key is present, for images.',
    wanted: 'to have images made by OpenAI, or by whoever speaks its protocol.',
  },
  gemini: {
    name: 'Gemini',
    keyName: 'GEMINI_IMAGES_KEY',
    ready: 'A key is present, for images.',
    wanted: 'to have images made by Google’s Gemini.',
  },
};

export const HOSTED_PROVIDERS = Object.keys(PROVIDER_FACTS) as HostedProviderId[];
