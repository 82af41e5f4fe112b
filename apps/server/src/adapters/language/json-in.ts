const THOUGHTS = /<(think|thinking|reasoning|thought)>[\s\S]*?<\/\1>/giu;
/** Some servers swallow the tag that opens the thoughts. */
const LOOSE_THOUGHTS = /^[\s\S]*<\/(?:think|thinking|reasoning|thought)>/iu;
const MOST_OBJECTS = 20;
const MOST_TRIES = 200;

/**
 * The JSON objects in what a model wrote, in the order of trust: those behind its thoughts from the first on, then those in
 * them. Talk, code fences and stray braces around them do no harm.
 */
export function jsonObjectsIn(text: string): unknown[] {
  const answer = text.replace(THOUGHTS, ' ').replace(LOOSE_THOUGHTS, ' ');
  return [...objectsIn(answer), ...(answer === text ? [] : objectsIn(text))].slice(0, MOST_OBJECTS);
}

function objectsIn(text: string): unknown[] {
  const found: unknown[] = [];
  let tries = 0;
  for (let start = text.indexOf('{'); start >= 0 && tries < MOST_TRIES; tries++) {
    const end = closingOf(text, start);
    const parsed = end === null ? undefined : parsedOf(text.slice(start, end));
    if (parsed !== undefined) found.push(parsed);
    start = text.indexOf('{', parsed === undefined || end === null ? start + 1 : end);
  }
  return found;
}

/** Behind the brace that closes the one at `start`; null when none does. Braces inside strings do not count. */
function closingOf(text: string, start: number): number | null {
  let depth = 0;
  let isString = false;
  for (let index = start; index < text.length; index++) {
    const character = text[index];
    if (isString) {
      if (character === '\\') index += 1;
      else if (character === '"') isString = false;
    } else if (character === '"') isString = true;
    else if (character === '{') depth += 1;
    else if (character === '}' && --depth === 0) return index + 1;
  }
  return null;
}

function parsedOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
