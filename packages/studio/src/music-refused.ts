/** Why an uploaded track cannot be used. The codes are stable; the sentences may be reworded. */
export type MusicRefusal =
  | 'music_missing'
  | 'music_too_many_bytes'
  | 'music_not_audio'
  | 'music_too_costly'
  | 'music_too_short'
  | 'music_cut_off'
  | 'music_silent'
  | 'music_too_long';

/** An uploaded track the studio will not work with. `message` says what happened and what to do. */
export class MusicRefused extends Error {
  readonly code: MusicRefusal;

  constructor(code: MusicRefusal, message: string) {
    super(message);
    this.name = 'MusicRefused';
    this.code = code;
  }
}
