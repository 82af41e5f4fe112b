import type { AspectRatio } from '@spotsmith/contract/words';
import type { HostedKind, HostedModel } from './catalogue.ts';
import { nearestRatio } from './model-input.ts';

const IN_PLURAL: Record<HostedKind, string> = { image: 'images', clip: 'clips', music: 'tracks' };

/**
 * What a model cannot do of what an ad asks of it, in sentences, each with another that can: told before
 * anything is paid.
 */
export function shortcomings(
  model: HostedModel,
  others: readonly HostedModel[],
  aspectRatio: AspectRatio,
): string[] {
  const { name, kind, retired } = model;
  const told = retired === undefined ? [] : [`${name} ${retired}.`];
  if (!makes(model, aspectRatio)) {
    const made = nearestRatio(aspectRatio, model.map.aspect?.allowed ?? []);
    const better = bestOf(others, (other) => other.kind === kind && makes(other, aspectRatio));
    told.push(
      `${name} makes no ${aspectRatio} ${IN_PLURAL[kind]}: they are made in ${made} and cut to fit.${better ? ` ${better.name} makes them in ${aspectRatio}.` : ''}`,
    );
  }
  if (kind === 'image' && model.map.reference?.is_faithful !== true) {
    const better = bestOf(others, ({ map }) => map.reference?.is_faithful === true);
    const lacks = model.map.reference
      ? 'takes no more than the mood from a photo'
      : 'does not see photos and draws the product from words';
    told.push(`${name} ${lacks}.${better ? ` ${better.name} keeps the product as it is.` : ''}`);
  }
  return told;
}

/** A model without such an input makes what its first frame or its size says. */
function makes({ map }: HostedModel, aspectRatio: AspectRatio): boolean {
  return map.aspect?.allowed.includes(aspectRatio) ?? true;
}

/** The usual one when it is among them. */
function bestOf(
  models: readonly HostedModel[],
  isBetter: (model: HostedModel) => boolean,
): HostedModel | undefined {
  const better = models.filter(isBetter);
  return better.find((model) => model.default_for.includes('photo')) ?? better[0];
}
