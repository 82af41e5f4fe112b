import type { Session } from '@spotsmith/contract/sessions';
import type { Shot } from '@spotsmith/motion/storyboard';
import type { Translator } from '#src/i18n/translator.ts';

/** Says that a shot shows a still because its clip is not there (yet); null when there is nothing to say. */
export function stillNote(
  { clips }: Pick<Session, 'clips'>,
  shot: Pick<Shot, 'picture'> | undefined,
  t: Translator['t'],
): string | null {
  const picture = shot?.picture;
  if (picture?.kind !== 'still') return null;
  const clip = clips.find(({ parent_id }) => parent_id === picture.assetId);
  if (clip?.status === 'queued' || clip?.status === 'running') return t('film.stillForNow');
  return clip?.status === 'failed' ? t('film.stillInstead') : null;
}
