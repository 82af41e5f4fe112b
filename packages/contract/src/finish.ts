import { z } from 'zod';
import { HexColour, Id, plainText } from './common.ts';
import { AD_LAYOUTS, ASPECT_RATIOS, LOGO_CORNERS, MUSIC_MOODS, RESOLUTIONS, TRANSITIONS } from './words.ts';

/** A line of text on the ad. Position is a fraction of the canvas, measured to the text's centre. */
const TitleStyle = z.strictObject({
  color: HexColour.optional(),
  /** Pixels at 1080p; scaled to the canvas. */
  font_size: z.number().min(16).max(240).optional(),
  x: z.number().min(0).max(1).optional(),
  y: z.number().min(0).max(1).optional(),
});

/**
 * Everything decided on the Finish step. All of it can be changed afterwards without a new clip: what is left out stays
 * as it was, `null` takes a logo or a card away.
 */
export const Finish = z.strictObject({
  /** Left out: designed where the product could be cut out, else classic. */
  layout: z.enum(AD_LAYOUTS).optional(),
  product_name: plainText(0, 50).optional(),
  call_to_action: plainText(0, 30).optional(),
  /** Id of a shipped font, see `GET /api/options`. */
  font: plainText(1, 40).optional(),
  name_style: TitleStyle.optional(),
  call_to_action_style: TitleStyle.optional(),
  transition: z.enum(TRANSITIONS).optional(),
  transition_seconds: z.number().min(0.1).max(1.5).optional(),
  music: z
    .discriminatedUnion('source', [
      z.strictObject({ source: z.literal('none') }),
      z.strictObject({ source: z.literal('generated'), mood: z.enum(MUSIC_MOODS).optional() }),
      z.strictObject({ source: z.literal('uploaded'), asset_id: Id }),
    ])
    .optional(),
  /** Linear gain of the music, 0–1. */
  music_volume: z.number().min(0).max(1).optional(),
  logo: z
    .strictObject({
      asset_id: Id,
      corner: z.enum(LOGO_CORNERS).optional(),
      opacity: z.number().min(0).max(1).optional(),
    })
    .nullable()
    .optional(),
  intro_card: z
    .strictObject({ seconds: z.number().min(0.5).max(4).optional() })
    .nullable()
    .optional(),
  outro_card: z
    .strictObject({
      seconds: z.number().min(0.5).max(5).optional(),
      price: plainText(0, 20).optional(),
      url: plainText(0, 120).optional(),
      has_qr_code: z.boolean().optional(),
    })
    .nullable()
    .optional(),
  /** One finished file for each; the first is the main one. */
  aspect_ratios: z.array(z.enum(ASPECT_RATIOS)).min(1).max(4).optional(),
  /** `720p` takes less than half the memory, for machines that have too little; the verdict says so. */
  resolution: z.enum(RESOLUTIONS).optional(),
});
export type Finish = z.infer<typeof Finish>;
