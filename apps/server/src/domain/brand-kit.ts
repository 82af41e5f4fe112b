import type { BrandLook } from '@spotsmith/contract/brand';
import type { Finish } from '@spotsmith/contract/finish';

export type BrandKit = { userId: string; look: BrandLook; logoFileId: string | null };

/** Nothing is said about the brand yet. */
export const PLAIN_LOOK: BrandLook = {
  colours: [],
  call_to_action_colour: null,
  font: null,
  logo_corner: 'top-right',
  url: '',
  has_end_card: false,
};

/** How an ad of the brand is finished before anybody chose anything. `logoId` is the ad's own copy of the logo. */
export function finishOfBrand(look: BrandLook, logoId: string | null): Finish {
  const color = look.call_to_action_colour;
  return {
    ...(look.font !== null && { font: look.font }),
    ...(color !== null && { call_to_action_style: { color } }),
    ...(logoId !== null && { logo: { asset_id: logoId, corner: look.logo_corner } }),
    ...(look.has_end_card && { outro_card: { url: look.url } }),
  };
}
