/** Why a photo cannot be used at all. The codes are stable; the sentences may be reworded. */
export type PhotoRefusal =
  | 'photo_missing'
  | 'photo_too_many_bytes'
  | 'photo_too_many_pixels'
  | 'photo_too_costly'
  | 'photo_too_small'
  | 'photo_not_an_image'
  | 'photo_is_svg'
  | 'photo_is_heic'
  | 'photo_damaged'
  | 'photo_transparent'
  | 'photo_blank';

/** A photo the studio will not work with. `message` says what happened and what to do; show it as it is. */
export class PhotoRefused extends Error {
  readonly code: PhotoRefusal;

  constructor(code: PhotoRefusal, message: string) {
    super(message);
    this.name = 'PhotoRefused';
    this.code = code;
  }
}
