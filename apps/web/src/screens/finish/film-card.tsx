import { QrCode } from 'lucide-react';
import type { ReactNode } from 'react';
import { displayFace } from './display-fonts.ts';

type FilmCardProps = {
  logoUrl: string | null;
  name: string;
  font: string;
  /** Of the call to action, the price and a faint glow of the ground; as `#rrggbb`. */
  accent: string;
  price?: string;
  callToAction?: string;
  url?: string;
  hasQrCode?: boolean;
};

/** `weight` is the row's height beside the others', `size` that of its text in pixels at 1080p. */
type Row = { key: string; weight: number; size?: number; colour?: string; content: ReactNode };

/** Percent of the card's height. */
const TALLEST_ROW = 12;
const TALLEST_STACK = 80;

/**
 * A card before or after the film, in a frame that is a size container: its rows stacked around the middle as the
 * compositor stacks them.
 */
export function FilmCard(props: FilmCardProps) {
  const { logoUrl, name, font, accent, price = '', callToAction = '', url = '', hasQrCode = false } = props;
  const possible: Row[] = [
    {
      key: 'logo',
      weight: 1.6,
      content: logoUrl !== null && <img src={logoUrl} alt="" className="size-full object-contain" />,
    },
    { key: 'name', weight: 1.4, size: 96, content: name },
    { key: 'price', weight: 1.1, size: 72, colour: accent, content: price },
    { key: 'action', weight: 1, size: 60, colour: accent, content: callToAction },
    {
      key: 'qr',
      weight: 2.6,
      content: hasQrCode && url !== '' && (
        <QrCode className="size-full bg-white stroke-[1.5] p-[4%] text-black" />
      ),
    },
    { key: 'url', weight: 0.7, size: 40, content: url },
  ];
  const rows = possible.filter(({ content }) => content !== false && content !== '');
  const weights = rows.reduce((sum, { weight }) => sum + weight, 0);
  const unit = Math.min(TALLEST_ROW, TALLEST_STACK / weights);
  return (
    <div
      style={{
        ...displayFace(font),
        background: `radial-gradient(circle at 50% 46%, ${accent}24, transparent 117%) #14120f`,
      }}
      className="absolute inset-0 flex flex-col items-center justify-center overflow-hidden px-[8%] leading-none text-white"
    >
      {rows.map(({ key, weight, size = 0, colour, content }) => (
        <div
          key={key}
          dir="auto"
          style={{
            height: `${weight * unit}cqh`,
            color: colour,
            fontSize: `min(${(size / 1080) * 100}cqmin, ${weight * unit * 0.7}cqh)`,
          }}
          className="flex max-w-full items-center justify-center pb-[1cqh] whitespace-nowrap"
        >
          {content}
        </div>
      ))}
    </div>
  );
}
