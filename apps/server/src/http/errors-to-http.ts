import type { Problem } from '@spotsmith/contract/problem';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import {
  Aborted,
  BudgetExceeded,
  Conflict,
  Forbidden,
  InvalidInput,
  NotFound,
  Permanent,
  Transient,
  Unauthenticated,
  Unavailable,
} from '#src/domain/faults.ts';
import { TooManyRequests } from './rate-limits.ts';

/** How long somebody waits before asking again when nobody knows better. */
const RETRY_AFTER_SECONDS = 5;

/** Fastify's error handler: every error becomes an RFC 9457 problem document, and this is the only place. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error);
  if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'request failed');
  sendProblem(reply, problem);
}

/** Fastify's handler for addresses that do not exist. */
export function answerNotFound(_request: FastifyRequest, reply: FastifyReply): void {
  sendProblem(reply, problem(404, 'no_such_address', 'There is nothing at this address. See /docs.'));
}

/** For what is not even HTTP, or did not come whole: there is no reply to set, only the connection. */
export function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy();
  const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const isLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const status = isLate ? 408 : isLarge ? 431 : 400;
  const detail = isLate ? 'The request did not come in time.' : 'The request cannot be read.';
  const body = JSON.stringify(problem(status, 'invalid_request', detail));
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      'content-type: application/problem+json',
      `content-length: ${Buffer.byteLength(body)}`,
      'cache-control: no-store',
      'x-content-type-options: nosniff',
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}

function sendProblem(reply: FastifyReply, answer: Problem): void {
  if (answer.retry_after_seconds !== undefined) {
    void reply.header('retry-after', Math.ceil(answer.retry_after_seconds));
  }
  if (answer.status === 401) void reply.header('www-authenticate', 'Bearer');
  // Set on the reply as it is: a schema of the route must not cut the problem down.
  void reply
    .code(answer.status)
    .type('application/problem+json')
    // Some errors come before any hook.
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .serializer(JSON.stringify as (payload: unknown) => string)
    .send(answer);
}

/** What is told of an error. Of one that nobody foresaw: only that it happened. */
function problemOf(error: unknown): Problem {
  if (hasZodFastifySchemaValidationErrors(error)) return invalidRequest(error.validation);
  if (error instanceof NotFound) return problem(404, error.code, error.message);
  if (error instanceof Conflict) return problem(409, error.code, error.message);
  if (error instanceof InvalidInput) {
    return problem(STATUS_OF_INPUT[error.code] ?? 400, error.code, error.message);
  }
  if (error instanceof Unauthenticated) return problem(401, error.code, error.message);
  if (error instanceof Forbidden) return problem(403, error.code, error.message);
  if (error instanceof BudgetExceeded) return problem(402, error.code, error.message);
  if (error instanceof Permanent) return problem(422, error.code, error.message);
  if (error instanceof TooManyRequests) {
    return problem(429, 'too_many_requests', error.message, error.retryAfterSeconds);
  }
  if (error instanceof Transient) {
    return problem(503, error.code, error.message, (error.retryAfterMs ?? RETRY_AFTER_SECONDS * 1000) / 1000);
  }
  if (error instanceof Unavailable || error instanceof Aborted) {
    return problem(503, error.code, error.message, RETRY_AFTER_SECONDS);
  }
  return refusedByFastify(error) ?? problem(500, 'internal_error', UNFORESEEN);
}

const STATUS_OF_INPUT: Record<string, number> = { too_large: 413, too_slow: 408 };

const UNFORESEEN =
  'Something went wrong here, not with your request. Try again; if it stays, look at the log.';

function invalidRequest(issues: { instancePath: string; message?: string | undefined }[]): Problem {
  const errors = issues.map(({ instancePath, message }) => ({
    path: instancePath.slice(1).replaceAll('/', '.'),
    message: message ?? 'is not right',
  }));
  const first = errors[0];
  const detail = first ? [first.path, first.message].filter(Boolean).join(': ') : 'The request is not right.';
  return { ...problem(400, 'invalid_request', detail), errors };
}

/** What Fastify and its plugins refuse by themselves, before a route is reached. */
const REFUSALS: Record<string, readonly [status: number, code: string, detail: string]> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'too_large', 'The request is too large.'],
  FST_REQ_FILE_TOO_LARGE: [413, 'too_large', 'The file is too large.'],
  FST_FILES_LIMIT: [400, 'invalid_request', 'Send one file at a time.'],
  FST_FIELDS_LIMIT: [400, 'invalid_request', 'Send the file alone, in a field named "file".'],
  FST_ERR_BAD_URL: [400, 'invalid_request', 'The address cannot be read: a % in it stands for nothing.'],
  FST_PARTS_LIMIT: [400, 'invalid_request', 'Send one file at a time.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [
    415,
    'unsupported_media_type',
    'Send JSON, with content-type application/json.',
  ],
  FST_INVALID_MULTIPART_CONTENT_TYPE: [
    415,
    'unsupported_media_type',
    'Send the file as multipart/form-data, in a field named "file".',
  ],
  FST_ERR_CTP_INVALID_JSON_BODY: [400, 'invalid_json', 'The body is not JSON that can be accepted.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [400, 'invalid_json', 'The body is empty. Send a JSON object.'],
};

/** The reader of forms gives its errors no code. */
const BROKEN_FORM =
  /^(Multipart: |Unexpected end of (form|multipart)|Malformed part header|Part terminated early|Premature close)/;

function refusedByFastify(error: unknown): Problem | null {
  if (!(error instanceof Error)) return null;
  const { code, statusCode } = error as Partial<FastifyError>;
  const refusal = code && REFUSALS[code];
  if (refusal) return problem(...refusal);
  if (BROKEN_FORM.test(error.message)) {
    return problem(400, 'invalid_request', 'The form with the file cannot be read, or did not come whole.');
  }
  if (statusCode === undefined || statusCode < 400 || statusCode > 499) return null;
  return problem(statusCode, 'invalid_request', 'The request cannot be read.');
}

function problem(status: number, code: string, detail: string, retryAfterSeconds?: number): Problem {
  return {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail,
    ...(retryAfterSeconds !== undefined && { retry_after_seconds: retryAfterSeconds }),
  };
}
