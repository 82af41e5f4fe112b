import type { CalledModel } from '../hosted-provider.ts';
import { ProviderProblem } from '../provider-problem.ts';
import type { ReplicateClient } from './replicate-client.ts';

/**
 * Holds our catalogue against what the models themselves publish, which is free to read. Returns a sentence for each
 * disagreement: a model or version that is gone, an input it does not know, an input it wants and we do not give.
 */
export async function checkCatalogue(
  client: Pick<ReplicateClient, 'modelSchema'>,
  models: readonly CalledModel[],
): Promise<string[]> {
  const found: string[] = [];
  for (const model of models) found.push(...(await checkModel(client, model)));
  return found;
}

async function checkModel(
  client: Pick<ReplicateClient, 'modelSchema'>,
  model: CalledModel,
): Promise<string[]> {
  let published: Awaited<ReturnType<ReplicateClient['modelSchema']>>;
  try {
    published = await client.modelSchema(model.id);
  } catch (error) {
    if (!(error instanceof ProviderProblem)) throw error;
    const isGone = error.kind === 'not-found';
    return [`${model.id}: ${isGone ? 'the provider does not offer it any more' : error.message}`];
  }
  const version = published.latest_version;
  const input = version?.openapi_schema?.components.schemas.Input;
  const troubles: string[] = [];
  if (model.version !== undefined && version && version.id !== model.version) {
    troubles.push(
      `${model.id}: its newest version is ${version.id.slice(0, 12)}…, ours is ${model.version.slice(0, 12)}…`,
    );
  }
  if (!input) return [...troubles, `${model.id}: it publishes no input schema`];
  const keys = keysOf(model);
  for (const key of keys) {
    if (!(key in input.properties)) troubles.push(`${model.id}: it takes no “${key}”`);
  }
  for (const key of input.required ?? []) {
    if (!keys.includes(key)) troubles.push(`${model.id}: it wants “${key}”, which we do not send`);
  }
  return troubles;
}

/** Every key that we may send to a model. */
function keysOf({ map, fixed }: CalledModel): string[] {
  return [
    ...Object.keys(fixed),
    map.prompt,
    map.negative_prompt,
    map.first_frame,
    map.seed,
    map.reference?.key,
    map.duration?.key,
    map.motion?.key,
    map.aspect?.key,
    map.size?.width,
    map.size?.height,
  ].filter((key) => key !== undefined);
}
