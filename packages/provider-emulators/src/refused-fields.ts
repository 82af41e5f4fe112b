import { Ajv, type ValidateFunction } from 'ajv';
import type { InputSchema } from './models.ts';

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
const known = new Map<string, ValidateFunction>();

/** What a model refuses in an input, as its framework complains: place, words and kind. Empty when it takes all. */
export function refusedFields(
  id: string,
  { required, properties }: InputSchema,
  input: unknown,
): { loc: (string | number)[]; msg: string; type: string }[] {
  let validate = known.get(id);
  if (validate === undefined) {
    validate = ajv.compile({ type: 'object', additionalProperties: false, required, properties });
    known.set(id, validate);
  }
  validate(input);
  return (validate.errors ?? []).map(({ keyword, instancePath, params, message }) => {
    const inner = (params['missingProperty'] ?? params['additionalProperty']) as string | undefined;
    const place = instancePath.split('/').slice(1);
    return {
      loc: ['body', ...place, ...(inner === undefined ? [] : [inner])],
      msg: message ?? 'is invalid',
      type:
        keyword === 'required' ? 'missing' : keyword === 'additionalProperties' ? 'extra_forbidden' : keyword,
    };
  });
}
