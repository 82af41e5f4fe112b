import { z } from 'zod';

/** Lets zod say in plain words what is wrong with a value, in this whole process. A schema's own sentence comes first. */
export function installIssueMessages(): void {
  z.config({ customError: issueMessage });
}

/** Goes on after a name: `num_images` … `must be at most 8.` Undefined leaves it to zod. */
function issueMessage(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is missing.'
        : `must be ${NAMES[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return amount(issue.origin, `at least ${issue.minimum}`);
    case 'too_big':
      return amount(issue.origin, `at most ${issue.maximum}`);
    case 'unrecognized_keys':
      return `${issue.keys.join(', ')} ${issue.keys.length === 1 ? 'is' : 'are'} not known here.`;
    case 'invalid_format':
      return `is not a valid ${FORMATS[issue.format] ?? issue.format}.`;
    default:
      return undefined;
  }
}

const NAMES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};
const UNITS: Record<string, string> = { string: 'characters', array: 'entries' };
const FORMATS: Record<string, string> = {
  uuid: 'id',
  url: 'address',
  datetime: 'date and time',
  regex: 'value',
};

function amount(origin: string, bound: string): string {
  const unit = UNITS[origin];
  return unit === undefined ? `must be ${bound}.` : `must have ${bound} ${unit}.`;
}
