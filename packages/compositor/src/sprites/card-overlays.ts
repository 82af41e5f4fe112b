import { cleanText } from '@spotsmith/motion/text/clean-text';
import type { Box, Card, Motion, Overlay } from '../timeline.ts';

interface Row {
  key: string;
  /** Height of the row beside the others. */
  weight: number;
  make: (box: Box, timing: Timing) => Overlay;
}

interface Timing {
  id: string;
  startSeconds: number;
  endSeconds: number;
  entrance: Motion;
  exit: Motion;
}

function textRow(
  key: string,
  text: string,
  font: Card['font'],
  weight: number,
  sizePx: number,
  color: string,
): Row[] {
  if (cleanText(text) === '') return [];
  const look = { font, sizePx, color, align: 'center', anchor: 'middle', legibility: 'auto' } as const;
  return [{ key, weight, make: (box, timing) => ({ ...timing, type: 'text', text, box, ...look }) }];
}

function logoRow(source: string | null): Row[] {
  if (source === null) return [];
  const look = { opacity: 1, align: 'center', anchor: 'middle' } as const;
  return [
    { key: 'logo', weight: 1.6, make: (box, timing) => ({ ...timing, type: 'image', source, box, ...look }) },
  ];
}

function qrRow({ hasQrCode, url }: Card): Row[] {
  if (!hasQrCode || url.trim() === '') return [];
  return [{ key: 'qr', weight: 2.6, make: (box, timing) => ({ ...timing, type: 'qr', content: url, box }) }];
}

function rowsOf(card: Card): Row[] {
  const { font, color, accent } = card;
  return [
    ...logoRow(card.logo),
    ...textRow('name', card.name, font, 1.4, 96, color),
    ...textRow('price', card.price, font, 1.1, 72, accent),
    ...textRow('call-to-action', card.callToAction, font, 1, 60, accent),
    ...qrRow(card),
    ...textRow('url', card.url, font, 0.7, 40, color),
  ];
}

const stackHeight = 0.8;
const rowHeight = 0.12;
/** Rows keep this share of their height free below them. */
const gap = 0.12;

/**
 * The elements of a card, stacked around the middle and arriving one after the other, as ordinary overlays. Pure.
 * The range leaves out the card's join, so that elements are never seen over a half-faded clip.
 */
export function cardOverlays(
  card: Card,
  place: 'intro' | 'outro',
  { startSeconds, endSeconds }: { startSeconds: number; endSeconds: number },
): Overlay[] {
  const rows = rowsOf(card);
  const weights = rows.reduce((sum, row) => sum + row.weight, 0);
  const unit = Math.min(rowHeight, stackHeight / Math.max(weights, 1));
  const entrance: Motion = { style: 'rise', seconds: 0.35 };
  const exit: Motion = place === 'intro' ? { style: 'fade', seconds: 0.2 } : { style: 'none', seconds: 0 };
  let y = 0.5 - (weights * unit) / 2;
  return rows.map((row, index) => {
    const height = row.weight * unit;
    const box = { x: 0.08, y, width: 0.84, height: height * (1 - gap) };
    y += height;
    const arrival = Math.min(startSeconds + 0.1 * index, endSeconds - 0.1);
    return row.make(box, { id: `${place}-${row.key}`, startSeconds: arrival, endSeconds, entrance, exit });
  });
}
