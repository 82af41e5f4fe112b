import swagger, { type SwaggerTransform, type SwaggerTransformObject } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import * as account from '@spotsmith/contract/account';
import * as assets from '@spotsmith/contract/assets';
import * as audit from '@spotsmith/contract/audit';
import * as brand from '@spotsmith/contract/brand';
import * as brief from '@spotsmith/contract/brief';
import * as costs from '@spotsmith/contract/costs';
import * as health from '@spotsmith/contract/health';
import * as options from '@spotsmith/contract/options';
import * as problem from '@spotsmith/contract/problem';
import * as progress from '@spotsmith/contract/progress';
import * as scene from '@spotsmith/contract/scene';
import * as sessions from '@spotsmith/contract/sessions';
import * as shares from '@spotsmith/contract/shares';
import type { OpenAPIV3_1 } from 'openapi-types';
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { App } from './app.ts';

const TAGS = {
  generation: 'The three stages: images, clips, the ad. Each answers at once; the work goes on behind it.',
  review: 'What a person decides between the stages.',
  storyboard: 'What a designed ad says and shows, shot by shot.',
  flow: 'Stop, go on, go back.',
  sessions: 'A session is one ad being made.',
  uploads: 'Photos, logos and music.',
  brand: 'What every new ad of a person starts from.',
  workflows: 'What ComfyUI makes images and clips with on one’s own graphics card.',
  reports: 'Costs, progress and the finished file.',
  shares: 'Public links.',
  account: 'Logins, API tokens and preferences.',
  users: 'Everybody’s accounts and invitations, for owners.',
  jobs: 'The queue, for owners.',
  installation: 'What there is to choose from.',
  health: 'For whoever runs it.',
};

/**
 * OpenAPI 3.1 of every route that is added afterwards, from the very schemas that check requests and answers. Served
 * as `/openapi.json` and, to read and try, as `/docs`.
 */
export async function describeApi(app: App, version: string): Promise<void> {
  const schemaRegistry = namedSchemas();
  await app.register(swagger, {
    hideUntagged: true,
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Spotsmith',
        description:
          'A product photo and one sentence in, a finished video ad out. Progress streams over the WebSocket `/ws/{session_id}?after=SEQ`. Links to media are relative to this server and good for an hour.',
        version,
        license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      },
      servers: [{ url: '/' }],
      tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description: 'A login token, or an API token (`sps_…`).',
          },
          cookie: { type: 'apiKey', in: 'cookie', name: 'spotsmith_login' },
        },
      },
      security: [{ bearer: [] }, { cookie: [] }],
    },
    transform: withProblems(createJsonSchemaTransform({ schemaRegistry })),
    transformObject: withoutUnused(createJsonSchemaTransformObject({ schemaRegistry })),
  });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
}

const CONTRACT = [
  account,
  assets,
  audit,
  brand,
  brief,
  costs,
  health,
  options,
  problem,
  progress,
  scene,
  sessions,
  shares,
];

/** Every schema of the contract under its own name, but for queries (`List…`): those are told field by field. */
function namedSchemas() {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of CONTRACT.flatMap((file) => Object.entries(file))) {
    if (schema instanceof z.ZodType && !id.startsWith('List')) registry.add(schema, { id });
  }
  return registry;
}

const PROBLEM_ANSWER = {
  description: 'What went wrong and what to do, as an RFC 9457 problem document.',
  content: { 'application/problem+json': { schema: problem.Problem } },
};

const MEANING: Record<string, string> = {
  200: 'Done.',
  201: 'Made.',
  202: 'Begun: the work goes on, and this is the ad as it is now.',
  204: 'Done; there is nothing more to say.',
  302: 'A signed link in `location`, good for an hour.',
  503: 'Not ready.',
};

const FILE_BODY = {
  type: 'object',
  properties: { file: { type: 'string', format: 'binary' } },
  required: ['file'],
};

/**
 * What the routes do not say one by one: what a status means, that any of them may answer a problem, and that an upload
 * is a form with one file.
 */
function withProblems(transform: SwaggerTransform): SwaggerTransform {
  return (route) => {
    if (!route.schema || route.schema.hide) return transform(route);
    const answers = Object.entries(route.schema.response as Record<string, z.ZodType>);
    const mediaType = route.schema.produces?.[0] ?? 'application/json';
    const isEmpty = ([, schema]: [string, z.ZodType]) => schema instanceof z.ZodNull;
    const full = answers
      .filter((answer) => !isEmpty(answer))
      .map(([status, schema]) => [
        status,
        { description: MEANING[status], content: { [mediaType]: { schema } } },
      ]);
    const empty = answers
      .filter(isEmpty)
      .map(([status]) => [status, { type: 'null', description: MEANING[status] }]);
    const response = { ...Object.fromEntries(full), default: PROBLEM_ANSWER };
    const { schema, url } = transform({ ...route, schema: { ...route.schema, response } });
    const isUpload = route.schema.consumes?.includes('multipart/form-data');
    return {
      schema: {
        ...schema,
        ...(isUpload && { body: FILE_BODY }),
        response: { ...Object.fromEntries(empty), ...(schema.response as object) },
      },
      url,
    };
  };
}

/** Leaves out the schemas that no route speaks of, directly or through another one. */
function withoutUnused(transform: SwaggerTransformObject): SwaggerTransformObject {
  return (document) => {
    const openapi = transform(document) as OpenAPIV3_1.Document;
    const schemas = openapi.components?.schemas ?? {};
    const used = new Set<string>();
    const visit = (value: unknown): void => {
      const references = JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g);
      for (const [, name = ''] of references) {
        if (used.has(name)) continue;
        used.add(name);
        visit(schemas[name]);
      }
    };
    visit(openapi.paths);
    const kept = Object.entries(schemas)
      .filter(([name]) => used.has(name))
      .toSorted(([a], [b]) => a.localeCompare(b));
    return { ...openapi, components: { ...openapi.components, schemas: Object.fromEntries(kept) } };
  };
}
