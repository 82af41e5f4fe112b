import fc from 'fast-check';

/** As much of JSON Schema as our description of the API uses. */
export type JsonSchema = {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
};

const SMALL = { items: 4, letters: 40, number: 1_000 };

/** Bodies that fit a schema; `named` are those that it may refer to. */
export function bodiesOf(schema: JsonSchema, named: Record<string, JsonSchema>): fc.Arbitrary<unknown> {
  const inner = (each: JsonSchema) => bodiesOf(each, named);
  const { $ref, type, minItems = 0, minimum = 0 } = schema;
  if ($ref !== undefined) return inner(named[$ref.split('/').at(-1) ?? ''] ?? {});
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices !== undefined) return fc.oneof(...choices.map(inner));
  const maximum = Math.max(minimum, schema.maximum ?? SMALL.number);
  switch (type) {
    case 'object': {
      const fields: Record<string, fc.Arbitrary<unknown>> = {};
      for (const [name, field] of Object.entries(schema.properties ?? {})) fields[name] = inner(field);
      return fc.record(fields, { requiredKeys: schema.required ?? [] });
    }
    case 'array': {
      const maxLength = Math.max(minItems, Math.min(schema.maxItems ?? SMALL.items, SMALL.items));
      return fc.array(inner(schema.items ?? {}), { minLength: minItems, maxLength });
    }
    case 'string':
      return texts(schema);
    case 'integer':
      return fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) });
    case 'number':
      return fc.double({ min: minimum, max: maximum, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function texts({
  format,
  pattern,
  minLength = 0,
  maxLength = SMALL.letters,
}: JsonSchema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'email') return fc.emailAddress();
  if (format === 'uri') return fc.webUrl();
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  const bounds = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, SMALL.letters)) };
  if (pattern === undefined) return fc.string({ ...bounds, unit: 'grapheme' });
  return fc.stringMatching(new RegExp(pattern));
}

const NONSENSE: unknown[] = [
  null,
  -1,
  1e308,
  2 ** 53,
  '',
  '\u0000',
  '\ud800',
  'x'.repeat(5_000),
  [],
  {},
  true,
];

/** The same body with one field gone, one too many, or one that is nonsense; or nonsense in its place. */
export function breakBody(body: unknown): fc.Arbitrary<unknown> {
  const nonsense = fc.constantFrom(...NONSENSE);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return fc.constantFrom([], {}, [[]]);
  const names = Object.keys(body);
  const tooMany = nonsense.map((value) => ({ ...body, role_of_mine: value }));
  if (names.length === 0) return tooMany;
  const name = fc.constantFrom(...names);
  return fc.oneof(
    tooMany,
    name.map((gone) => Object.fromEntries(Object.entries(body).filter(([key]) => key !== gone))),
    fc.tuple(name, nonsense).map(([key, value]) => ({ ...body, [key]: value })),
    fc.tuple(name, nonsense).map(([key, value]) => ({ ...body, [key]: [value] })),
  );
}
