import type { Card, Motion, Overlay } from '../timeline.ts';

interface Row {
  key: string;
  /** Share of the stack's height this row wants. */
  weight: number;
  make: (box: { y: number; height: number }) => Partial<Overlay> & Pick<Overlay, 'type' | 'box'>;
}

function textRow(
  key: string,
  card: Card,
  text: string,
  look: { weight: number; sizePx: number; color: string },
): Row[] {
  if (text.trim() === '') return [];
  const { font } = card;
  return [
    {
      key,
      weight: look.weight,
      make: ({ y, height }) => ({
        type: 'text',
        text,
        font,
        sizePx: look.sizePx,
        color: look.color,
        box: { x: 0.08, y, width: 0.84, height },
        align: 'center',
        anchor: 'middle',
        legibility: 'auto',
      }),
    },
  ];
}

function rows(card: Card): Row[] {
  const logo = card.logo;
  const hasQr = card.hasQrCode && card.url.trim() !== '';
  return [
    ...(logo === null
      ? []
      : [
          {
            key: 'logo',
            weight: 1.5,
            make: ({ y, height }: { y: number; height: number }) => ({
              type: 'image' as const,
              source: logo,
              box: { x: 0.25, y, width: 0.5, height: height * 0.9 },
              opacity: 1,
              align: 'center' as const,
              anchor: 'middle' as const,
            }),
          },
        ]),
    ...textRow('name', card, card.name, { weight: 1.5, sizePx: 96, color: card.color }),
    ...textRow('price', card, card.price, { weight: 1.1, sizePx: 72, color: card.accent }),
    ...textRow('call-to-action', card, card.callToAction, { weight: 1, sizePx: 60, color: card.accent }),
    ...(hasQr
      ? [
          {
            key: 'qr',
            weight: 2.2,
            make: ({ y, height }: { y: number; height: number }) => ({
              type: 'qr' as const,
              content: card.url,
              box: { x: 0.1, y: y + height * 0.05, width: 0.8, height: height * 0.9 },
            }),
          },
        ]
      : []),
    ...textRow('url', card, card.url, { weight: 0.7, sizePx: 40, color: card.color }),
  ];
}

/**
 * The elements of a card, stacked around the middle and arriving one after the other, as ordinary overlays. Pure.
 * Elements stay to the end: the card leaves as a whole by its join.
 */
export function cardOverlays(
  card: Card,
  place: 'intro' | 'outro',
  startSeconds: number,
  endSeconds: number,
): Overlay[] {
  const stack = rows(card);
  const weights = stack.reduce((sum, row) => sum + row.weight, 0);
  const rowHeight = Math.min(0.12, 0.8 / Math.max(weights, 1));
  const still: Motion = { style: 'none', seconds: 0 };
  const entrance: Motion = { style: 'rise', seconds: 0.4 };
  let y = 0.5 - (weights * rowHeight) / 2;
  return stack.map((row, index) => {
    const height = row.weight * rowHeight;
    const made = row.make({ y, height });
    y += height;
    const arrival = Math.min(startSeconds + 0.12 * index, endSeconds - 0.1);
    const timing = { startSeconds: arrival, endSeconds, entrance, exit: still };
    return { id: `${place}-${row.key}`, ...timing, ...made } as Overlay;
  });
}
