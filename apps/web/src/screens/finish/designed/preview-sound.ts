import type { Session } from '@spotsmith/contract/sessions';
import type { FilmSound } from '#src/film/use-track.ts';
import type { FinishDraft } from '../finish-draft.ts';

/**
 * What can be heard before the film is made: the maker's own track, or the music made for the last film of this ad. Music
 * for a first film is written with the film, so there is none yet.
 */
export function previewSound(session: Session, { music, musicVolume }: FinishDraft): FilmSound | null {
  if (music.source === 'none') return null;
  const track =
    music.source === 'uploaded'
      ? session.music.find(({ id }) => id === music.asset_id)
      : session.music.findLast(({ provider }) => provider !== null);
  return track?.url == null ? null : { id: track.id, url: track.url, volume: musicVolume };
}
