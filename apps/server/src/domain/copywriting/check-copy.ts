import type { Facts } from '@spotsmith/contract/facts';
import { mergeCopy } from '@spotsmith/motion/lay-out-shot';
import type { Copy, Storyboard } from '@spotsmith/motion/storyboard';
import { usualCallsToAction } from '#src/domain/brief/calls-to-action.ts';
import { BANKS } from './lines.ts';
import { categoryOf } from './own-lines.ts';
import { isWholeLine } from '#src/domain/brief/whole-lines.ts';
import { countWords, MOST_WORDS } from './words-on-a-card.ts';

export type CopyCheck = { check: string; holds: boolean; detail: string };

/** Fields of an offer that a viewer must see. */
const SHOWN = ['price', 'was', 'until'] as const;
/** A picture without a word tires after so long. */
const MOST_WORDLESS_SECONDS = 2.5;
const FIGURE = /\p{Nd}+(?:[.,\s]\p{Nd}+)*/gu;

/**
 * What an ad says against what was said: every figure of the offer is shown, none is invented, no line is too long or
 * torn, each is the user's or of the bank of the ad's language, nothing is told twice, no picture stands long without a
 * word, the name and the call to action stand at the end. `prompt` is the user's own sentence.
 */
export function checkCopy(
  storyboard: Storyboard,
  said: { prompt: string; name: string; facts: Facts },
): CopyCheck[] {
  const cards = storyboard.shots.map((shot) => mergeCopy(storyboard.copy, shot.copy));
  const lines = cards.flatMap(linesOf);
  const { offer = {}, url } = said.facts;
  const source = `${said.prompt} ${JSON.stringify(said.facts)}`;
  const missing = SHOWN.filter((field) => !lines.some((line) => line.includes(offer[field] ?? '')));
  const isInvented = (line: string) => (line.match(FIGURE) ?? []).some((figure) => !source.includes(figure));
  const long = lines.filter((line) => countWords(line) > MOST_WORDS && !isWhole(line, said.facts));
  const told = cards
    .flatMap(({ hook, benefits = [], figure, figureCaption }) => [
      ...(hook ? [hook] : []),
      ...benefits,
      ...(figure ? [`${figure} ${figureCaption ?? ''}`] : []),
    ])
    .map((line) => line.toLowerCase());
  const twice = told.filter((line, index) => told.indexOf(line) < index);
  const torn = cards
    .flatMap(({ hook, what, benefits = [], callToAction }) => [hook, what, callToAction, ...benefits])
    .filter(
      (line) => line !== undefined && !isOfBank(line, storyboard) && !isWholeLine(line, storyboard.language),
    );
  const wordless = storyboard.shots.filter(
    ({ beats }, index) =>
      linesOf(cards[index] ?? {}).length === 0 && (beats * 60) / storyboard.tempoBpm > MOST_WORDLESS_SECONDS,
  );
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
    check(
      'whole lines',
      torn.map((line) => line ?? ''),
    ),
    check('one language', lines.filter(isForeign(storyboard, said))),
    check(
      'words all along',
      wordless.map(({ id }) => id),
    ),
    check('end card says where', [
      ...(end.callToAction === undefined ? ['no call to action'] : []),
      ...(url !== undefined && !saysWhere(end, url) ? [url] : []),
    ]),
  ];
}

function isOfBank(line: string, { language }: Pick<Storyboard, 'language'>): boolean {
  const tag = language.split('-')[0] ?? '';
  return (
    (BANKS[tag] ?? []).some(({ text, echo }) => text === line || echo === line) ||
    usualCallsToAction(tag).includes(line)
  );
}

/** Neither the user's own words nor lines of the ad's language. */
function isForeign(
  { language, copy }: Storyboard,
  { prompt, facts, name }: { prompt: string; facts: Facts; name: string },
): (line: string) => boolean {
  const source = `${prompt} ${JSON.stringify(facts)}`.toLowerCase();
  const kind = categoryOf({ name, language, facts, callToAction: copy.callToAction ?? '' });
  const isKnown = (line: string) =>
    source.includes(line.toLowerCase().replace(/[.!]$/u, '')) ||
    isOfBank(line, { language }) ||
    line === kind ||
    line === name;
  const holdsCode = (line: string) => facts.offer?.code !== undefined && line.includes(facts.offer.code);
  return (line) =>
    !isKnown(line) && !line.split(/ · |(?<=[.!?]) /u).every((part) => isKnown(part) || holdsCode(part));
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
