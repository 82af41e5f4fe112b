import { Session } from '@spotsmith/contract/sessions';
import { RowVersion } from '@spotsmith/contract/common';
import { ProductFacts } from '@spotsmith/motion/product';
import { Storyboard } from '@spotsmith/motion/storyboard';
import { z } from 'zod';
import type { Ports } from '#src/ports/ports.ts';
import { editStoryboard } from '#src/use-cases/5-compose/edit-storyboard.ts';
import { readStoryboard } from '#src/use-cases/5-compose/read-storyboard.ts';
import { viewSession } from '#src/use-cases/session/view-session.ts';
import type { App } from '../app.ts';
import { SessionParams, sessionRef } from '../session-ref.ts';

/** Pairs as lists of two: readers of OpenAPI documents know no tuples. */
const Point = z.array(z.number()).length(2);
const Facts = ProductFacts.extend({ anchors: z.array(Point).length(3), focus: Point });

const StoryboardView = z.object({
  version: RowVersion,
  storyboard: Storyboard.nullable(),
  is_default: z.boolean(),
  product: z.object({ cutout_url: z.string(), facts: Facts }).nullable(),
  pictures: z.array(
    z.object({ asset_id: z.string(), kind: z.enum(['photo', 'still', 'clip']), url: z.string() }),
  ),
});
const EditStoryboard = z.strictObject({ version: RowVersion.optional(), storyboard: Storyboard });

const tags = ['storyboard'];

/** What a designed ad says and shows, shot by shot. */
export function storyboardRoutes(app: App, ports: Ports): void {
  app.get(
    '/api/sessions/:session_id/storyboard',
    {
      schema: {
        tags,
        operationId: 'getStoryboard',
        summary: 'The storyboard, as it is or as it would be, with links to the pictures it shows.',
        params: SessionParams,
        response: { 200: StoryboardView },
      },
    },
    (request) => readStoryboard(ports, sessionRef(request)),
  );

  app.put(
    '/api/sessions/:session_id/storyboard',
    {
      schema: {
        tags,
        operationId: 'editStoryboard',
        summary:
          'Put this storyboard in place of the one there is. Compose the ad again to see it in the film.',
        params: SessionParams,
        body: EditStoryboard,
        response: { 200: Session },
      },
    },
    async (request) => {
      const { version, storyboard } = request.body;
      await editStoryboard(ports, { ...sessionRef(request), version, storyboard });
      return viewSession(ports, sessionRef(request));
    },
  );
}
