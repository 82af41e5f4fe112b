import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { EmulatedModel, Input } from './models.ts';

type Description = { components: object; paths: Record<string, Record<string, unknown>> };

// The description says `oneOf` for `version`, where "hidden" fits both branches; the real answers do that too.
const description = JSON.parse(
  readFileSync(new URL('../replicate-openapi.json', import.meta.url), 'utf8').replaceAll(
    '"oneOf"',
    '"anyOf"',
  ),
) as Description;

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ $id: 'replicate', ...description });
const answers = new Map<string, ValidateFunction | null>();

/**
 * Checks an answer against the provider's published OpenAPI description. Throws when the emulator says something that
 * the real service would not: `path` is the description's own template, e.g. `/predictions/{prediction_id}`.
 */
export function checkAnswer(method: string, path: string, status: number, body: unknown): void {
  const key = `${method} ${path} ${status}`;
  if (!answers.has(key)) answers.set(key, answerSchema(method, path, status));
  const validate = answers.get(key);
  if (validate && !validate(body)) {
    throw new Error(`The emulator broke the description at ${key}: ${ajv.errorsText(validate.errors)}`);
  }
}

function answerSchema(method: string, path: string, status: number): ValidateFunction | null {
  const pointer = [
    'paths',
    path,
    method.toLowerCase(),
    'responses',
    String(status),
    'content',
    'application/json',
    'schema',
  ];
  let found: unknown = description;
  for (const step of pointer) found = (found as Record<string, unknown> | undefined)?.[step];
  if (found === undefined) return null;
  const escaped = pointer
    .map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1'))
    .map(encodeURIComponent);
  return ajv.compile({ $ref: `replicate#/${escaped.join('/')}` });
}

export type InvalidField = { type: string; field: string; description: string };

const inputs = new Map<string, ValidateFunction>();

/** Which fields of a model's input it refuses, in the words of the real service. Empty when it accepts all. */
export function invalidFields(model: EmulatedModel, input: Input): InvalidField[] {
  let validate = inputs.get(model.slug);
  if (!validate) {
    validate = ajv.compile({ type: 'object', additionalProperties: false, ...model.input });
    inputs.set(model.slug, validate);
  }
  validate(input);
  return (validate.errors ?? []).map(asInvalidField);
}

const TYPES: Record<string, string> = {
  additionalProperties: 'additional_property_not_allowed',
  maximum: 'number_lte',
  minimum: 'number_gte',
  type: 'invalid_type',
};

function asInvalidField({ keyword, instancePath, params, message }: ErrorObject): InvalidField {
  const inner = params['missingProperty'] ?? params['additionalProperty'];
  const parts = [...instancePath.split('/').slice(1), ...(inner ? [String(inner)] : [])];
  const field = ['input', ...parts].join('.');
  const allowed = keyword === 'enum' ? `: ${JSON.stringify(params['allowedValues']).slice(1, -1)}` : '';
  return {
    type: TYPES[keyword] ?? keyword,
    field,
    description:
      keyword === 'enum'
        ? `${parts.join('.')} must be one of the following${allowed}`
        : `${message ?? 'is invalid'}`,
  };
}
