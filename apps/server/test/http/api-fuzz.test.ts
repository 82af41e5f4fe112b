import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openHttpWorld, type FinishedAd, type HttpWorld, type Person } from './http-world.ts';
import { bodiesOf, breakBody, type JsonSchema } from './bodies-by-schema.ts';

/** How many bodies each operation gets of either kind. */
const BODIES = 8;
const SEED = 1;

type Content = { content?: Record<string, { schema?: JsonSchema }> };
type Operation = {
  operationId: string;
  requestBody?: Content;
  responses: Record<string, Content>;
};
type Document = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, JsonSchema> };
};

let world: HttpWorld;
let owner: Person;
let ad: FinishedAd;
let document: Document;
beforeAll(async () => {
  world = await openHttpWorld();
  owner = await world.person();
  ad = await world.finishedAd(owner);
  document = (await world.ask({ url: '/openapi.json' })).json();
});
afterAll(() => world.close());

test('whatever is sent to whatever operation, the answer is one that the description of the API knows', async () => {
  const wrong: unknown[] = [];
  let asked = 0;
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      // It ends the login of all that follow.
      if (operation.operationId === 'logout') continue;
      for (const payload of payloadsFor(operation)) {
        const request = {
          method: method.toUpperCase(),
          url: addressOf(path, asked),
          headers: { authorization: `Bearer ${owner.token}` },
          ...(payload !== undefined && { payload: payload as object }),
        };
        const answer = await world.ask(request);
        asked += 1;
        const trouble = troubleWith(operation, answer);
        if (trouble !== null) wrong.push([operation.operationId, answer.statusCode, trouble, payload]);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(400);
  // The login outlived all of it.
  expect((await owner.ask('GET', '/api/auth/me')).statusCode).toBe(200);
});

/** Bodies that fit the schema, and as many that break it; one request without a body where none is taken. */
function payloadsFor({ requestBody }: Operation): unknown[] {
  const schema = requestBody?.content?.['application/json']?.schema;
  if (schema === undefined) return [undefined];
  const fitting = bodiesOf(schema, document.components.schemas);
  const options = { seed: SEED, numRuns: BODIES };
  return [...fc.sample(fitting, options), ...fc.sample(fitting.chain(breakBody), options)];
}

/** Our own ad in two of three requests, one that does not exist in the third. */
function addressOf(path: string, count: number): string {
  const isOurs = count % 3 > 0;
  return path
    .replace('{session_id}', isOurs ? ad.sessionId : randomUUID())
    .replace('{asset_id}', isOurs ? ad.assetId : randomUUID())
    .replaceAll(/\{\w+\}/g, randomUUID());
}

/** What is wrong with an answer by the description of its operation; null when nothing is. */
function troubleWith(
  { responses }: Operation,
  { statusCode, headers, body }: Awaited<ReturnType<HttpWorld['ask']>>,
): string | null {
  if (statusCode >= 500 && statusCode !== 503) return `fails: ${body.slice(0, 300)}`;
  const described = responses[String(statusCode)] ?? (statusCode >= 400 ? responses['default'] : undefined);
  if (described === undefined) return 'has a status that is not described';
  const type = String(headers['content-type'] ?? '').split(';')[0] ?? '';
  const contents = described.content ?? {};
  if (Object.keys(contents).length === 0) return body === '' ? null : 'has a body, and none is described';
  if (!(type in contents)) return `is ${type}, and that is not described`;
  const { schema } = contents[type] ?? {};
  if (schema === undefined || !type.endsWith('json')) return null;
  const parsed = validatorOf(schema).safeParse(JSON.parse(body));
  return parsed.success ? null : z.prettifyError(parsed.error);
}

const validators = new Map<string, z.ZodType>();

function validatorOf(schema: JsonSchema): z.ZodType {
  const name = JSON.stringify(schema);
  const known = validators.get(name);
  if (known !== undefined) return known;
  const text = JSON.stringify({ ...schema, $defs: document.components.schemas });
  const made = z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')));
  validators.set(name, made);
  return made;
}
