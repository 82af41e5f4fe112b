/** The numbers of the product that requests are held to; each stands here only. */

/** Images that a new ad may ask for. */
export const MIN_IMAGES = 4;
export const MAX_IMAGES = 8;
/** Images that have to be approved before scenes are planned; an ad can also go on with so few. */
export const MIN_APPROVED_IMAGES = 2;
/** Scenes of an ad, and so its clips. */
export const MAX_SCENES = 6;
export const MIN_CLIP_SECONDS = 2;
export const MAX_CLIP_SECONDS = 6;
/** Photos of one ad, and logos. */
export const MAX_PHOTOS = 6;
