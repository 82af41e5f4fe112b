import { fastify } from 'fastify';
import type { MediaLinks } from '#src/adapters/storage/media-links.ts';
import { answerError } from '#src/http/errors-to-http.ts';
import { sendFile } from '#src/http/send-file.ts';
import type { FileStore } from '#src/ports/file-store.ts';
import type { FileStoreWorld } from './file-store.contract.ts';

/** Serves a store's files behind their links, over HTTP, as the API does. */
export async function serveFiles(
  store: FileStore,
  links: MediaLinks,
  close: () => Promise<void>,
): Promise<FileStoreWorld> {
  const known = new Map<string, Parameters<typeof sendFile>[1]>();
  const app = fastify();
  app.setErrorHandler(answerError);
  app.get<{ Params: { id: string } }>('/media/v1/:id', async (request, reply) => {
    const grant = links.verify(request.params.id, request.query as Record<string, unknown>);
    const file = known.get(request.params.id);
    return grant && file ? sendFile({ files: store }, file, grant, request, reply) : reply.code(403).send();
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    store,
    know: (file) => void known.set(file.id, file),
    fetch: (url, init) => fetch(new URL(url, address), init),
    async close() {
      await app.close();
      await close();
    },
  };
}
