import type { Finish } from '@spotsmith/contract/finish';
import type { Session } from '@spotsmith/contract/sessions';
import type { AspectRatio } from '@spotsmith/contract/words';

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
  logo: Finish['logo'];
  hasIntro: boolean;
  outro: { price: string; url: string; hasQrCode: boolean } | null;
  aspectRatios: AspectRatio[];
};

/** The ad's own finish, and the product's defaults where it says nothing. Positions are those of the compositor. */
export function draftFrom(session: Session): FinishDraft {
  const { finish, brief, options } = session;
  return {
    productName: finish?.product_name ?? brief?.product.name ?? '',
    callToAction: finish?.call_to_action ?? brief?.call_to_action ?? '',
    font: finish?.font ?? 'inter',
    nameStyle: styleFrom(finish?.name_style, { color: '#ffffff', fontSize: 72, x: 0.5, y: 136 / 1080 }),
    callToActionStyle: styleFrom(finish?.call_to_action_style, {
      color: '#ffd400',
      fontSize: 48,
      x: 0.5,
      y: callToActionY(options.aspect_ratio),
    }),
    transition: finish?.transition ?? 'crossfade',
    transitionSeconds: finish?.transition_seconds ?? 0.5,
    music: finish?.music ?? { source: 'generated' },
    musicVolume: finish?.music_volume ?? 0.3,
    logo: finish?.logo,
    hasIntro: finish?.intro_card !== undefined,
    outro:
      finish?.outro_card === undefined
        ? null
        : {
            price: finish.outro_card.price ?? '',
            url: finish.outro_card.url ?? '',
            hasQrCode: finish.outro_card.has_qr_code ?? false,
          },
    aspectRatios: finish?.aspect_ratios ?? [options.aspect_ratio],
  };
}

/**
 * What is sent. A style the maker did not touch stays open, so that the compositor can place it on every canvas by its
 * own rule instead of by the one that was on screen.
 */
export function finishFrom(draft: FinishDraft, untouched: FinishDraft): Finish {
  const style = (now: TextStyle, before: TextStyle) =>
    JSON.stringify(now) === JSON.stringify(before)
      ? {}
      : { color: now.color, font_size: now.fontSize, x: now.x, y: now.y };
  return {
    product_name: draft.productName,
    call_to_action: draft.callToAction,
    font: draft.font,
    name_style: style(draft.nameStyle, untouched.nameStyle),
    call_to_action_style: style(draft.callToActionStyle, untouched.callToActionStyle),
    transition: draft.transition,
    transition_seconds: draft.transitionSeconds,
    music: draft.music,
    music_volume: draft.musicVolume,
    aspect_ratios: draft.aspectRatios,
    ...(draft.logo === undefined ? {} : { logo: draft.logo }),
    ...(draft.hasIntro ? { intro_card: {} } : {}),
    ...(draft.outro === null
      ? {}
      : {
          outro_card: {
            price: draft.outro.price,
            url: draft.outro.url,
            has_qr_code: draft.outro.hasQrCode && draft.outro.url !== '',
          },
        }),
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
