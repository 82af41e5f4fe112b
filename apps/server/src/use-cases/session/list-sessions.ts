import { type AdOrder, STATUSES_OF } from '@spotsmith/contract/words';
import type { ListSessions, SessionPage, SessionSummary } from '@spotsmith/contract/sessions';
import type { z } from 'zod';
import { type Asset, finishedFilms } from '../../domain/asset.ts';
import { InvalidInput } from '../../domain/faults.ts';
import { microsToUsd } from '../../domain/money.ts';
import type { Session } from '../../domain/session.ts';
import type { Ports } from '../../ports/ports.ts';
import type { SessionQuery } from '../../ports/store.ts';
import { type FilesById, linkTo } from './present-asset.ts';

/** One page of the caller's ads, in the order that is asked for. Throws InvalidInput `invalid_cursor`. */
export async function listSessions(
  { store, files }: Pick<Ports, 'store' | 'files'>,
  { userId, query }: { userId: string; query: ListSessions },
): Promise<z.infer<typeof SessionPage>> {
  const found = await store.read.sessions.list({
    userId,
    limit: query.limit + 1,
    order: query.order,
    after: query.cursor === undefined ? null : parseCursor(query.order, query.cursor),
    statuses: query.group === undefined ? null : STATUSES_OF[query.group],
    search: query.search || null,
    isDeleted: query.deleted,
  });
  const page = found.slice(0, query.limit);
  const assets = await store.read.assets.ofSessions(page.map(({ id }) => id));
  const bySession = Map.groupBy(assets, ({ sessionId }) => sessionId);
  const shown = page.map((session) => ({ session, ...shownFiles(bySession.get(session.id) ?? []) }));
  const ids = shown.flatMap(({ posterId, videoId }) => [posterId, videoId]).filter((id) => id !== null);
  const rows = await store.read.files.findMany(ids);
  const byId: FilesById = new Map(rows.map((row) => [row.id, row]));
  const last = page.at(-1);
  return {
    items: shown.map(({ session, posterId, videoId }) => ({
      ...summaryOf(session),
      poster_url: linkTo(files, byId, posterId),
      video_url: linkTo(files, byId, videoId),
    })),
    next_cursor: found.length > query.limit && last !== undefined ? cursorOf(query.order, last) : null,
  };
}

/** The finished film of an ad, and the picture that stands for it as far as it is. */
function shownFiles(assets: readonly Asset[]): { posterId: string | null; videoId: string | null } {
  const [final] = finishedFilms(assets);
  const cover =
    final ?? lastReady(assets, 'clip') ?? lastReady(assets, 'image') ?? lastReady(assets, 'photo');
  const poster = cover !== undefined && 'posterFileId' in cover ? cover.posterFileId : null;
  return { posterId: poster ?? cover?.fileId ?? null, videoId: final?.fileId ?? null };
}

function summaryOf(session: Session): Omit<SessionSummary, 'poster_url' | 'video_url'> {
  return {
    id: session.id,
    title: session.title,
    status: session.status,
    overall: session.overall,
    message: session.trouble?.message ?? session.lastMessage,
    aspect_ratio: session.options.aspect_ratio,
    spent_usd: microsToUsd(session.spentMicros),
    created_at: session.createdAt.toISOString(),
    updated_at: session.updatedAt.toISOString(),
    deleted_at: session.deletedAt?.toISOString() ?? null,
    is_pinned: session.isPinned,
    remove_after: session.removeAfter?.toISOString() ?? null,
  };
}

function lastReady(assets: readonly Asset[], kind: Asset['kind']): Asset | undefined {
  return assets.findLast((asset) => asset.kind === kind && asset.status === 'ready' && !asset.isSuperseded);
}

function cursorOf(order: AdOrder, { id, title, createdAt, updatedAt }: Session): string {
  if (order === 'title') return `${encodeURIComponent(title)}_${id}`;
  return `${(order === 'created' ? createdAt : updatedAt).toISOString()}_${id}`;
}

function parseCursor(order: AdOrder, cursor: string): NonNullable<SessionQuery['after']> {
  const [, key = '', id = ''] = CURSOR.exec(cursor) ?? [];
  const isInstant = order !== 'title';
  const instant = new Date(isInstant && INSTANT.test(key) ? key : NaN);
  const title = isInstant ? '' : decoded(key);
  if (id === '' || title === null || (isInstant && Number.isNaN(instant.getTime()))) {
    throw new InvalidInput(
      'invalid_cursor',
      'Start again from the first page: this cursor is not one of ours.',
    );
  }
  return { id, title, createdAt: instant, updatedAt: instant };
}

/** Null for what `encodeURIComponent` never writes, and for what no database takes. */
function decoded(text: string): string | null {
  try {
    const title = decodeURIComponent(text);
    return title.includes('\u0000') ? null : title;
  } catch {
    return null;
  }
}

/** What `cursorOf` writes: the key, and an id. */
const CURSOR = /^(.+)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
/** An instant of this millennium, as every database knows it. */
const INSTANT = /^2\d{3}-[\dT:.-]+Z$/;
