import type { ColumnItem, ColumnText } from '../stage/column.ts';
import type { Stage } from '../stage/stage.ts';
import { inQuotes } from '../text/quote-marks.ts';
import { dealWords, firstOf, lineOf, sentence } from './layout.ts';

/** What a shot that shows a picture says, by its role. */
export function shotWords(stage: Stage): (ColumnItem | null)[] {
  const { copy, role, layout, setter, on } = stage;
  const headline = (text: string | undefined): ColumnText => ({
    role: 'display',
    text: sentence(stage, text),
    maxRows: 3,
  });
  // Beside a price the name is the smaller of the two.
  const isPriced = copy.price !== undefined || copy.off !== undefined;
  const name = headline(firstOf(copy.name, copy.hook));
  const named: ColumnText = isPriced ? { ...name, size: 0.15, maxRows: 2 } : name;
  const what: ColumnItem = { role: 'support', text: sentence(stage, copy.what), maxRows: 3, dropOrder: 1 };
  const button: ColumnItem = { role: 'button', text: copy.callToAction };
  const deal: ColumnItem[] = [
    { role: 'figure', text: copy.price ?? copy.off, size: 0.36, maxRows: 1, flex: 1.6, isPlain: true },
    { role: 'small', text: copy.was, size: 0.085, isStruck: true, fill: on.ink, gap: 0.022, dropOrder: 2 },
    {
      role: 'small',
      text: copy.price === undefined ? copy.until : dealWords(stage),
      size: 0.062,
      maxRows: 2,
    },
  ];
  if (layout === 'big-number' && copy.figure !== undefined)
    return [
      { role: 'figure', text: copy.figure, size: 0.5, maxRows: 1 },
      { ...headline(copy.figureCaption), size: 0.13, isPlain: true },
    ];
  if (layout === 'list') {
    const heading = firstOf(copy.name, copy.hook);
    const lines = copy.benefits ?? [];
    // Without a heading the lines are what is said: they share its place.
    if (heading === undefined) return lines.map((text) => ({ ...headline(text), maxRows: 2, size: 0.2 }));
    const line = { role: 'support', size: 0.085, maxRows: 2, gap: 0.03 } as const;
    return [headline(heading), ...lines.map((text): ColumnItem => ({ ...line, text }))];
  }
  // A card with a price says it whatever the shot is for.
  switch (layout === 'offer' ? 'offer' : role) {
    case 'hook':
      return [headline(firstOf(copy.hook, copy.name)), what];
    case 'product':
      return [headline(firstOf(copy.name, copy.hook)), what];
    case 'benefit':
    case 'detail': {
      const line = lineOf(stage);
      return line === undefined ? [headline(copy.what)] : [headline(line), what];
    }
    case 'proof': {
      const quote = copy.quote === undefined ? undefined : inQuotes(copy.quote, setter.language);
      return [
        { role: 'quote', text: firstOf(quote, copy.hook, copy.name), size: 0.13, maxRows: 5, isPlain: true },
        { role: 'small', text: copy.by, size: 0.056, isHighlighted: true },
      ];
    }
    case 'offer':
      // A tall card is all price: the button comes at the end.
      return [named, ...deal, stage.isTall ? null : button];
    case 'cta':
      return [
        named,
        { ...what, maxRows: 1, size: 0.07, gap: 0.02 },
        ...deal,
        button,
        { role: 'small', text: copy.url, size: 0.045, gap: 0.034, dropOrder: 3 },
      ];
  }
}
