import type { HostedProviderId } from '#src/domain/providers.ts';
import type { HostedProvider } from './hosted-provider.ts';
import { replicateProvider } from './replicate/replicate-provider.ts';

/** What a provider is reached by. */
export type ProviderSettings = { provider: HostedProviderId; token: string; baseUrl: string };

/** Every provider that this version knows. */
const PROVIDERS: Record<HostedProviderId, (settings: ProviderSettings) => HostedProvider> = {
  replicate: replicateProvider,
};

export function openProvider(settings: ProviderSettings): HostedProvider {
  return PROVIDERS[settings.provider](settings);
}
