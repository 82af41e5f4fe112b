import type { Environment } from './config.ts';
import type { HostedProviderId } from './domain/providers.ts';

/** `webhookOrigin`: where the provider can reach us, no less safely than we reach it; null when it cannot. */
export type HostedConfig = {
  provider: HostedProviderId;
  token: string;
  baseUrl: string;
  webhookOrigin: string | null;
};

/** The providers whose key is set, the preferred one first. */
export function hostedProviders(env: Environment): HostedConfig[] {
  const keys = [
    {
      provider: 'replicate',
      token: env.REPLICATE_API_TOKEN ?? env.REPLICATE_API_KEY,
      baseUrl: env.REPLICATE_BASE_URL,
    },
  ] as const;
  return keys.flatMap(({ token, ...reached }) =>
    token === undefined ? [] : [{ ...reached, token, webhookOrigin: webhookOrigin(env, reached.baseUrl) }],
  );
}

/** The provider only calls back where the connection is as safe as ours to it: https, but for an emulator. */
function webhookOrigin({ PUBLIC_URL: publicUrl }: Environment, providerUrl: string): string | null {
  if (!publicUrl || new URL(publicUrl).protocol !== new URL(providerUrl).protocol) return null;
  return publicUrl.replace(/\/+$/, '');
}
