import type { Environment } from './config.ts';
import { comfyuiHeaders } from './hosted-config.ts';

/** Values that must never be printed, as they stand in the settings. */
export function secretsOf(env: Environment): string[] {
  const databasePasswords = [env.DATABASE_URL, env.DATABASE_DIRECT_URL].flatMap((url) => {
    const password = url && new URL(url).password;
    return password ? [password, decodeURIComponent(password)] : [];
  });
  return [
    ...databasePasswords,
    env.JWT_SECRET_KEY,
    env.REPLICATE_API_TOKEN,
    env.REPLICATE_API_KEY,
    env.FAL_KEY,
    env.OPENAI_IMAGES_KEY,
    env.GEMINI_IMAGES_KEY,
    ...proxySecrets(env),
    env.LLM_API_KEY,
    env.OWNER_PASSWORD,
    env.AWS_ACCESS_KEY_ID,
    env.AWS_SECRET_ACCESS_KEY,
    env.MEDIA_LINK_SECRETS,
    env.METRICS_TOKEN,
    env.SPOTSMITH_TOKEN,
  ]
    .filter((secret) => secret !== undefined)
    .filter((secret) => secret !== '');
}

/** The values of headers, and what follows a word like Bearer in them. */
function proxySecrets(env: Environment): string[] {
  const values = Object.values(comfyuiHeaders(env) ?? {});
  return values.flatMap((value) => [value, value.replace(/^\w+ +/, '')]);
}
