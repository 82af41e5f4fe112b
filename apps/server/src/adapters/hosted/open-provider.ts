import { type ComfyuiSettings, comfyuiProvider, type FindWorkflow } from './comfyui/comfyui-provider.ts';
import type { FalSettings } from './fal/fal-client.ts';
import { falProvider } from './fal/fal-provider.ts';
import { geminiProvider } from './gemini/gemini-provider.ts';
import type { HostedProvider } from './hosted-provider.ts';
import type { AnswerSettings } from './answering-provider.ts';
import { openaiProvider } from './openai/openai-provider.ts';
import type { ReplicateSettings } from './replicate/replicate-client.ts';
import { replicateProvider } from './replicate/replicate-provider.ts';

/** What a provider is reached by. */
export type ProviderSettings =
  | ({ provider: 'replicate' } & ReplicateSettings)
  | ({ provider: 'fal' } & FalSettings)
  | ComfyuiSettings
  | ({ provider: 'openai' | 'gemini' } & AnswerSettings);

/** Every provider that this version knows. Workflows are what ComfyUI has in place of models. */
export function openProvider(
  settings: ProviderSettings,
  findWorkflow: FindWorkflow = async () => null,
): HostedProvider {
  switch (settings.provider) {
    case 'replicate':
      return replicateProvider(settings);
    case 'fal':
      return falProvider(settings);
    case 'comfyui':
      return comfyuiProvider(settings, findWorkflow);
    case 'openai':
      return openaiProvider(settings);
    case 'gemini':
      return geminiProvider(settings);
  }
}
