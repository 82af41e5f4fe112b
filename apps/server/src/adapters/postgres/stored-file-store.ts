import { asc, eq, gt, inArray, or, sum } from './drizzle.ts';
import type { FileReader, FileWriter } from '#src/ports/store.ts';
import type { Handle } from './handle.ts';
import { firstOf } from './rows.ts';
import { files } from './tables/assets.ts';
import { sessions } from './tables/sessions.ts';

export function fileReader(db: Handle): FileReader {
  return {
    async find(id) {
      const [file] = await db.select().from(files).where(eq(files.id, id));
      return file ?? null;
    },

    async findMany(ids) {
      return ids.length === 0 ? [] : db.select().from(files).where(inArray(files.id, ids));
    },

    async ofSession(sessionId) {
      return db
        .select()
        .from(files)
        .where(eq(files.sessionId, sessionId))
        .orderBy(asc(files.createdAt), asc(files.id));
    },

    async ofUser(userId) {
      const rows = await db
        .select({ file: files })
        .from(files)
        .leftJoin(sessions, eq(sessions.id, files.sessionId))
        .where(or(eq(files.userId, userId), eq(sessions.userId, userId)));
      return rows.map(({ file }) => file);
    },

    async knownKeys(keys) {
      if (keys.length === 0) return new Set();
      const known = await db.select({ key: files.key }).from(files).where(inArray(files.key, keys));
      return new Set(known.map(({ key }) => key));
    },

    async page(afterId, limit) {
      const later = afterId === null ? undefined : gt(files.id, afterId);
      return db.select().from(files).where(later).orderBy(asc(files.id)).limit(limit);
    },

    async bytesUsed(userId) {
      const [used] = await db
        .select({ bytes: sum(files.bytes).mapWith(Number) })
        .from(files)
        .leftJoin(sessions, eq(sessions.id, files.sessionId))
        .where(userId === null ? undefined : or(eq(files.userId, userId), eq(sessions.userId, userId)));
      return used?.bytes ?? 0;
    },
  };
}

export function fileWriter(tx: Handle): FileWriter {
  return {
    ...fileReader(tx),
    async insert(file) {
      return firstOf(await tx.insert(files).values(file).returning());
    },
  };
}
