import type { Provider } from '@spotsmith/contract/words';

export type HostedProviderId = Exclude<Provider, 'studio'>;

/** What people call each provider, and the setting that holds its key. */
export const PROVIDER_FACTS: Record<HostedProviderId, { name: string; keyName: string }> = {
  replicate: { name: 'Replicate', keyName: 'REPLICATE_API_TOKEN' },
};

export const HOSTED_PROVIDERS = Object.keys(PROVIDER_FACTS) as HostedProviderId[];
