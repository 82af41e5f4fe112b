import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import sharp from 'sharp';
import { type WebSocket, WebSocketServer } from 'ws';
import { inputOf, type Work } from './work-book.ts';

const PREVIEW_JPEG = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1]);
const PREVIEW_SIDE = 256;

export type Message = { type: string; data: Record<string, unknown> };

/** Who listens at `/ws`, by the name it gave itself; of two with the same name the newer one hears. */
export function progressRoom() {
  const sockets = new WebSocketServer({ noServer: true });
  const byName = new Map<string, WebSocket>();
  return {
    /** `lastMessage` is what one is told that comes back in the middle of its own work. */
    enter(
      request: IncomingMessage,
      socket: Duplex,
      head: Buffer,
      lastMessage: (name: string) => Message | null,
    ): void {
      const asked = new URL(request.url ?? '', 'http://emulator').searchParams.get('clientId');
      const name = asked ?? randomUUID().replaceAll('-', '');
      sockets.handleUpgrade(request, socket, head, (client) => {
        byName.set(name, client);
        client.on('error', () => client.terminate());
        client.on('close', () => byName.get(name) === client && byName.delete(name));
        const status = { status: { exec_info: { queue_remaining: 0 } }, sid: name };
        client.send(JSON.stringify({ type: 'status', data: status }));
        const last = lastMessage(name);
        if (last !== null) client.send(JSON.stringify(last));
      });
    },
    /** To the one of that name; with null to everybody. */
    tell(name: string | null, message: Message): void {
      const heard = name === null ? [...sockets.clients] : [byName.get(name) ?? []].flat();
      for (const client of heard) client.send(JSON.stringify(message));
    },
    /** Four bytes say that it is a picture, four that it is a JPEG. */
    showPreview: (name: string, picture: Buffer): void =>
      byName.get(name)?.send(Buffer.concat([PREVIEW_JPEG, picture])),
    sendRaw: (name: string, message: string | Buffer): void => byName.get(name)?.send(message),
    /** The picture that goes in, or a plain one, growing sharper in the eye of the beholder. */
    async previewOf({ graph }: Work, name: string, dir: string): Promise<Buffer | null> {
      if (!byName.has(name)) return null;
      const image = inputOf(graph, 'string', 'image');
      const source =
        image === null
          ? sharp({
              create: { width: PREVIEW_SIDE, height: PREVIEW_SIDE, channels: 3, background: '#8a7f72' },
            })
          : sharp(join(dir, 'input', image)).resize(PREVIEW_SIDE, PREVIEW_SIDE, { fit: 'inside' });
      return source.blur(2).jpeg({ quality: 60 }).toBuffer();
    },
    names: () => [...byName.keys()],
    leave(): void {
      for (const client of sockets.clients) client.terminate();
    },
  };
}
