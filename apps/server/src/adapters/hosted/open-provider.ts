import { type ComfyuiSettings, comfyuiProvider, type FindWorkflow } from './comfyui/comfyui-provider.ts';
import type { HostedProvider } from './hosted-provider.ts';
import { replicateProvider } from './replicate/replicate-provider.ts';

/** What a provider is reached by. */
export type ProviderSettings = { provider: 'replicate'; token: string; baseUrl: string } | ComfyuiSettings;

/** Every provider that this version knows. Workflows are what ComfyUI has in place of models. */
export function openProvider(
  settings: ProviderSettings,
  findWorkflow: FindWorkflow = async () => null,
): HostedProvider {
  return settings.provider === 'replicate'
    ? replicateProvider(settings)
    : comfyuiProvider(settings, findWorkflow);
}
