import { z } from 'zod';
import { HexColour, plainText } from './common.ts';
import { LOGO_CORNERS } from './words.ts';

/** What a person decides about their brand. The logo is a file and is uploaded apart. */
export const BrandLook = z.strictObject({
  /** Pictures lean on these, the first one most, unless the prompt names colours itself. */
  colours: z.array(HexColour).max(5),
  /** Colour of the call to action; `null` for the product's usual yellow. */
  call_to_action_colour: HexColour.nullable(),
  /** Id of a shipped font, see `GET /api/options`; `null` for the usual one. */
  font: plainText(1, 40).nullable(),
  logo_corner: z.enum(LOGO_CORNERS),
  /** Web address for the end card; may be empty. */
  url: plainText(0, 120),
  /** Ads end on a card with logo, name, call to action and address. */
  has_end_card: z.boolean(),
});
export type BrandLook = z.infer<typeof BrandLook>;

/** What every new ad of a person starts from. All of it can be changed in the ad. */
export const BrandKit = z.object({
  ...BrandLook.shape,
  /** Signed, valid for an hour; null without a logo. */
  logo_url: z.string().nullable(),
});
export type BrandKit = z.infer<typeof BrandKit>;
