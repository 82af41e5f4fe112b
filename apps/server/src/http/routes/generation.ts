import { ComposeFinal, GenerateClips, GenerateImages, Session } from '@spotsmith/contract/sessions';
import type { FastifyRequest } from 'fastify';
import type { Ports } from '#src/ports/ports.ts';
import { createSession } from '#src/use-cases/1-brief/create-session.ts';
import { startImages } from '#src/use-cases/2-images/start-images.ts';
import { startClips } from '#src/use-cases/4-clips/start-clips.ts';
import { startComposing } from '#src/use-cases/5-compose/start-composing.ts';
import { answerOnce, IdempotencyHeaders } from '../answer-once.ts';
import { viewSession } from '#src/use-cases/session/view-session.ts';
import type { App } from '../app.ts';
import { callerOf } from '../authentication.ts';
import type { RateGuards } from '../rate-limits.ts';

const tags = ['generation'];

/** The three stages of the seed. Each answers at once with the ad; the work goes on behind it. */
export function generationRoutes(app: App, ports: Ports, guards: RateGuards): void {
  const answer = { 202: Session };

  app.post(
    '/api/generate-images',
    {
      schema: {
        tags,
        operationId: 'generateImages',
        summary: 'Start the images: of a new ad from a prompt, or of one that is there.',
        headers: IdempotencyHeaders,
        body: GenerateImages,
        response: answer,
      },
      preHandler: guards.generation,
    },
    (request, reply) =>
      answerOnce(ports, request, reply, async (newId) => {
        const userId = callerOf(request).user.id;
        const { body } = request;
        const { sessionId, version } =
          'session_id' in body
            ? { sessionId: body.session_id, version: body.version }
            : {
                sessionId: await createSession(ports, { userId, request: body, id: newId }),
                version: undefined,
              };
        await startImages(ports, { userId, sessionId, version });
        return viewSession(ports, { userId, sessionId });
      }),
  );

  app.post(
    '/api/generate-clips',
    {
      schema: {
        tags,
        operationId: 'generateClips',
        summary: 'Plan the scenes and start the clips of the approved images.',
        headers: IdempotencyHeaders,
        body: GenerateClips,
        response: answer,
      },
      preHandler: guards.generation,
    },
    (request, reply) =>
      answerOnce(ports, request, reply, async () => {
        const { scene_prompt: scenePrompt, clip_seconds: clipSeconds } = request.body;
        await startClips(ports, { ...bodyRef(request), scenePrompt, clipSeconds });
        return viewSession(ports, bodyRef(request));
      }),
  );

  app.post(
    '/api/compose-final',
    {
      schema: {
        tags,
        operationId: 'composeFinal',
        summary: 'Compose the ad from the approved clips; again with other text at no provider cost.',
        headers: IdempotencyHeaders,
        body: ComposeFinal,
        response: answer,
      },
      preHandler: guards.generation,
    },
    (request, reply) =>
      answerOnce(ports, request, reply, async () => {
        const { session_id: _, version: __, ...finish } = request.body;
        await startComposing(ports, { ...bodyRef(request), finish });
        return viewSession(ports, bodyRef(request));
      }),
  );
}

function bodyRef(request: FastifyRequest<{ Body: { session_id: string; version?: number | undefined } }>) {
  const { session_id: sessionId, version } = request.body;
  return { userId: callerOf(request).user.id, sessionId, version };
}
