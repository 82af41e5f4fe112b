import type { Facts } from '@spotsmith/contract/facts';
import { mergeCopy } from '@spotsmith/motion/lay-out-shot';
import type { Copy, Storyboard } from '@spotsmith/motion/storyboard';
import { countWords, MOST_WORDS } from './words-on-a-card.ts';

export type CopyCheck = { check: string; holds: boolean; detail: string };

/** Fields of an offer that a viewer must see. */
const SHOWN = ['price', 'was', 'until'] as const;
const FIGURE = /\p{Nd}+(?:[.,\s]\p{Nd}+)*/gu;

/**
 * What an ad says against what was said: every figure of the offer is shown, none is invented, no line is too long,
 * nothing is told twice, the name and the call to action stand at the end. `prompt` is the user's own sentence.
 */
export function checkCopy(
  storyboard: Storyboard,
  said: { prompt: string; name: string; facts: Facts },
): CopyCheck[] {
  const cards = storyboard.shots.map((shot) => mergeCopy(storyboard.copy, shot.copy));
  const lines = cards.flatMap(linesOf);
  const { offer = {}, url } = said.facts;
  const source = `${said.prompt} ${JSON.stringify(said.facts)}`;
  const missing = SHOWN.filter((field) => offer[field] !== undefined && !lines.includes(offer[field] ?? ''));
  const isInvented = (line: string) => (line.match(FIGURE) ?? []).some((figure) => !source.includes(figure));
  const long = lines.filter((line) => countWords(line) > MOST_WORDS && !isWhole(line, said.facts));
  const told = cards.flatMap(({ benefits = [], figure, figureCaption }) => [
    ...benefits,
    ...(figure ? [`${figure} ${figureCaption ?? ''}`] : []),
  ]);
  const twice = told.filter((line, index) => told.indexOf(line) < index);
  const end = cards.at(-1) ?? {};
  const check = (name: string, wrong: readonly string[]): CopyCheck => ({
    check: name,
    holds: wrong.length === 0,
    detail: wrong.join(' | '),
  });
  return [
    check('figures shown', missing),
    check('none invented', lines.filter(isInvented)),
    check('name shown', lines.includes(said.name) ? [] : [said.name]),
    check('words a line', long),
    check('told once', twice),
    check('end card says where', [
      ...(end.callToAction === undefined ? ['no call to action'] : []),
      ...(url !== undefined && !saysWhere(end, url) ? [url] : []),
    ]),
  ];
}

/** A quotation and an offer are shown whole, however long. */
function isWhole(line: string, { proof, offer = {} }: Facts): boolean {
  return line === proof?.quote || Object.values(offer).includes(line);
}

function linesOf(copy: Copy): string[] {
  return Object.values(copy)
    .flat()
    .filter((line) => typeof line === 'string');
}

/** The address stands on its own or on the button. */
function saysWhere({ url, callToAction = '' }: Copy, address: string): boolean {
  return url === address || callToAction.toLowerCase().includes(address.toLowerCase());
}
