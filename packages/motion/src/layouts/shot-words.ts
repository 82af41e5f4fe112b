import type { ColumnItem } from '../stage/column.ts';
import type { Stage } from '../stage/stage.ts';
import { inQuotes } from '../text/quote-marks.ts';
import { dealWords, firstOf, sentence } from './layout.ts';

/** What a shot that shows a picture says, by its role. */
export function shotWords(stage: Stage): (ColumnItem | null)[] {
  const { copy, role, layout, setter, on } = stage;
  const headline = (text: string | undefined): ColumnItem => ({
    role: 'display',
    text: sentence(stage, text),
    maxRows: 3,
  });
  const what: ColumnItem = { role: 'support', text: sentence(stage, copy.what), maxRows: 3, dropOrder: 1 };
  const button: ColumnItem = { role: 'button', text: copy.callToAction };
  const deal: ColumnItem[] = [
    { role: 'figure', text: copy.price ?? copy.off, size: 0.2, maxRows: 1, flex: 0.6, isPlain: true },
    { role: 'small', text: copy.was, size: 0.06, isStruck: true, fill: on.ink, gap: 0.022, dropOrder: 2 },
    {
      role: 'small',
      text: copy.price === undefined ? copy.until : dealWords(stage),
      size: 0.056,
      maxRows: 2,
    },
  ];
  // A card with a price says it whatever the shot is for.
  switch (layout === 'offer' ? 'offer' : role) {
    case 'hook':
      return [headline(firstOf(copy.hook, copy.name)), what];
    case 'product':
      return [headline(firstOf(copy.name, copy.hook)), what];
    case 'benefit':
    case 'detail':
      return [headline(firstOf(copy.benefits?.[0], copy.hook, copy.name)), what];
    case 'proof': {
      const quote = copy.quote === undefined ? undefined : inQuotes(copy.quote, setter.language);
      return [
        { role: 'quote', text: firstOf(quote, copy.hook, copy.name), size: 0.13, maxRows: 5, isPlain: true },
        { role: 'small', text: copy.by, size: 0.056, isHighlighted: true },
      ];
    }
    case 'offer':
      return [headline(firstOf(copy.name, copy.hook)), ...deal, button];
    case 'cta':
      return [
        headline(firstOf(copy.name, copy.hook)),
        ...deal,
        button,
        { role: 'small', text: copy.url, size: 0.045, gap: 0.034, dropOrder: 3 },
      ];
  }
}
