import type { Finish } from '@spotsmith/contract/finish';
import type { Session } from '@spotsmith/contract/sessions';
import type { AspectRatio, Resolution } from '@spotsmith/contract/words';

export type TextStyle = { color: string; fontSize: number; x: number; y: number };

/** Everything on the Finish step, with nothing left open: what the preview shows and the form edits. */
export type FinishDraft = {
  productName: string;
  callToAction: string;
  font: string;
  nameStyle: TextStyle;
  callToActionStyle: TextStyle;
  transition: NonNullable<Finish['transition']>;
  transitionSeconds: number;
  music: NonNullable<Finish['music']>;
  musicVolume: number;
  logo: NonNullable<Finish['logo']> | null;
  hasIntro: boolean;
  outro: { price: string; url: string; hasQrCode: boolean } | null;
  aspectRatios: AspectRatio[];
  resolution: Resolution;
};

/** The call to action's, when neither the ad nor the brand says otherwise. */
export const USUAL_ACTION_COLOUR = '#ffd400';

/** The ad's own finish, and the product's defaults where it says nothing. Positions are those of the compositor. */
export function draftFrom(session: Session): FinishDraft {
  const { finish, brief, options } = session;
  return {
    productName: finish?.product_name ?? brief?.product.name ?? '',
    callToAction: finish?.call_to_action ?? brief?.call_to_action ?? '',
    font: finish?.font ?? 'inter',
    nameStyle: styleFrom(finish?.name_style, { color: '#ffffff', fontSize: 72, x: 0.5, y: 136 / 1080 }),
    callToActionStyle: styleFrom(finish?.call_to_action_style, {
      color: USUAL_ACTION_COLOUR,
      fontSize: 48,
      x: 0.5,
      y: callToActionY(options.aspect_ratio),
    }),
    transition: finish?.transition ?? 'crossfade',
    transitionSeconds: finish?.transition_seconds ?? 0.5,
    music: finish?.music ?? { source: 'generated' },
    musicVolume: finish?.music_volume ?? 0.3,
    logo: finish?.logo ?? null,
    hasIntro: finish?.intro_card != null,
    outro:
      finish?.outro_card == null
        ? null
        : {
            price: finish.outro_card.price ?? '',
            url: finish.outro_card.url ?? '',
            hasQrCode: finish.outro_card.has_qr_code ?? false,
          },
    aspectRatios: finish?.aspect_ratios ?? [options.aspect_ratio],
    resolution: finish?.resolution ?? '1080p',
  };
}

/** The product's own defaults for this ad, as if nobody had finished it yet. */
export function usualDraft(session: Session): FinishDraft {
  return draftFrom({ ...session, finish: null });
}

/**
 * What is sent. What is as usual (the draft of an ad without a finish) stays open in a style, so that the compositor can
 * place the text on every canvas by its own rule instead of by the one that was on screen.
 */
export function finishFrom(draft: FinishDraft, usual: FinishDraft): Finish {
  return {
    product_name: draft.productName,
    call_to_action: draft.callToAction,
    font: draft.font,
    name_style: unusualIn(draft.nameStyle, usual.nameStyle),
    call_to_action_style: unusualIn(draft.callToActionStyle, usual.callToActionStyle),
    transition: draft.transition,
    transition_seconds: draft.transitionSeconds,
    music: draft.music,
    music_volume: draft.musicVolume,
    aspect_ratios: draft.aspectRatios,
    resolution: draft.resolution,
    logo: draft.logo,
    intro_card: draft.hasIntro ? {} : null,
    outro_card: draft.outro && {
      price: draft.outro.price,
      url: draft.outro.url,
      has_qr_code: draft.outro.hasQrCode && draft.outro.url !== '',
    },
  };
}

function unusualIn(style: TextStyle, usual: TextStyle): NonNullable<Finish['name_style']> {
  return {
    ...(style.color !== usual.color && { color: style.color }),
    ...(style.fontSize !== usual.fontSize && { font_size: style.fontSize }),
    ...(style.x !== usual.x && { x: style.x }),
    ...(style.y !== usual.y && { y: style.y }),
  };
}

function styleFrom(kept: Finish['name_style'], usual: TextStyle): TextStyle {
  return {
    color: kept?.color ?? usual.color,
    fontSize: kept?.font_size ?? usual.fontSize,
    x: kept?.x ?? usual.x,
    y: kept?.y ?? usual.y,
  };
}

/** Near the lower edge; on tall canvases above the buttons that platforms put there. */
function callToActionY(aspectRatio: AspectRatio): number {
  const [width = 1, height = 1] = aspectRatio.split(':').map(Number);
  return width >= height ? 883 / 1080 : 1 - (0.22 * width) / height - 0.06;
}
