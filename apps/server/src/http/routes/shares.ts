import { Id } from '@spotsmith/contract/common';
import { type Approval, EditShareRequest, Share, ShareList, SharedAd } from '@spotsmith/contract/shares';
import { z } from 'zod';
import type { Ports } from '#src/ports/ports.ts';
import {
  editShare,
  listShares,
  revokeShare,
  sharedFile,
  shareSession,
  viewShared,
} from '#src/use-cases/6-deliver/share-session.ts';
import type { App } from '../app.ts';
import { sendFile } from '../send-file.ts';
import type { ServerOptions } from '../server-options.ts';
import { SessionParams, sessionRef } from '../session-ref.ts';

const tags = ['shares'];

/** The address of what anybody with a link may see. */
export const ShareParams = z.object({ token: z.string().regex(/^[\w-]{1,100}$/) });

export function shareRoutes(
  app: App,
  ports: Pick<Ports, 'store' | 'tokens'>,
  { publicUrl, frontendUrl }: Pick<ServerOptions, 'publicUrl' | 'frontendUrl'>,
): void {
  // Where people see the web studio, whose page a share is.
  const studioUrl = frontendUrl ?? publicUrl;
  app.post(
    '/api/sessions/:session_id/share',
    {
      schema: {
        tags,
        operationId: 'shareSession',
        summary: 'Make a public link to the finished ad.',
        params: SessionParams,
        response: { 201: Share },
      },
    },
    async (request, reply) => {
      return reply.code(201).send(shareAnswer(await shareSession(ports, sessionRef(request)), studioUrl));
    },
  );

  app.get(
    '/api/sessions/:session_id/share',
    {
      schema: {
        tags,
        operationId: 'listShares',
        summary: 'The public links of an ad that work.',
        params: SessionParams,
        response: { 200: ShareList },
      },
    },
    async (request) => {
      const shares = await listShares(ports, sessionRef(request));
      return { items: shares.map((share) => shareAnswer(share, studioUrl)) };
    },
  );

  app.patch(
    '/api/sessions/:session_id/share/:share_id',
    {
      schema: {
        tags,
        operationId: 'editShare',
        summary: 'Say what visitors of a public link may do besides watching.',
        params: SessionParams.extend({ share_id: Id }),
        body: EditShareRequest,
        response: { 200: Share },
      },
    },
    async (request) => {
      const { allows_comments: allowsComments, allows_approval: allowsApproval } = request.body;
      const rights = {
        ...(allowsComments !== undefined && { allowsComments }),
        ...(allowsApproval !== undefined && { allowsApproval }),
      };
      const ref = { ...sessionRef(request), shareId: request.params.share_id };
      return shareAnswer(await editShare(ports, { ...ref, rights }), studioUrl);
    },
  );

  app.delete(
    '/api/sessions/:session_id/share/:share_id',
    {
      schema: {
        tags,
        operationId: 'revokeShare',
        summary: 'Make a public link worthless.',
        params: SessionParams.extend({ share_id: Id }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await revokeShare(ports, { ...sessionRef(request), shareId: request.params.share_id });
      return reply.code(204).send(null);
    },
  );
}

type ShownShare = Awaited<ReturnType<typeof listShares>>[number];

function shareAnswer(share: ShownShare, studioUrl: string): Share {
  const { id, token, createdAt } = share;
  return {
    id,
    token,
    url: token === null ? null : `${studioUrl}/s/${token}`,
    created_at: createdAt.toISOString(),
    allows_comments: share.allowsComments,
    allows_approval: share.allowsApproval,
    approval: approvalAnswer(share.approval),
  };
}

function approvalAnswer(approval: ShownShare['approval']): Approval | null {
  if (approval === null) return null;
  const { author, version, approvedAt } = approval;
  return { author, version, approved_at: approvedAt.toISOString() };
}

/** How long a store may be asked for a shared file, and a browser may keep it, after the link was revoked. */
const GRANT_SECONDS = 600;

/**
 * What anybody with the link may see. The addresses of video and poster stay the same for as long as the link works,
 * because other sites keep them, and lie below /api, which a web studio on another site passes on. Each request asks
 * whether the link still works.
 */
export function sharedRoutes(
  app: App,
  ports: Pick<Ports, 'store' | 'files' | 'tokens'>,
  { publicUrl, frontendUrl }: Pick<ServerOptions, 'publicUrl' | 'frontendUrl'>,
): void {
  const studioUrl = frontendUrl ?? publicUrl;
  app.get(
    '/api/shared/:token',
    {
      schema: {
        tags,
        operationId: 'viewShared',
        summary: 'The ad behind a public link.',
        security: [],
        params: ShareParams,
        response: { 200: SharedAd },
      },
    },
    async (request) => {
      const { token } = request.params;
      const { hasPoster, approval, ...shared } = await viewShared(ports, { token });
      return {
        ...shared,
        approval: approvalAnswer(approval),
        page_url: `${studioUrl}/s/${token}`,
        video_url: `/api/shared/${token}/video.mp4`,
        poster_url: hasPoster ? `/api/shared/${token}/poster` : null,
      };
    },
  );

  // Below /s/ they were handed out earlier.
  for (const room of ['/api/shared', '/s']) {
    for (const [path, which] of [
      ['video.mp4', 'video'],
      ['poster', 'poster'],
    ] as const) {
      app.get(
        `${room}/:token/${path}`,
        { schema: { hide: true, params: ShareParams } },
        async (request, reply) => {
          const file = await sharedFile(ports, request.params, which);
          const grant = { disposition: 'inline', filename: null, secondsLeft: GRANT_SECONDS } as const;
          return sendFile(ports, file, grant, request, reply);
        },
      );
    }
  }
}
