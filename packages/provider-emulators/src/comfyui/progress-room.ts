import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import sharp from 'sharp';
import { WebSocketServer } from 'ws';
import { inputOf, type Work } from './work-book.ts';

const PREVIEW_JPEG = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1]);
const PREVIEW_SIDE = 128;

/** Everybody who listens at `/ws`. */
export function progressRoom() {
  const sockets = new WebSocketServer({ noServer: true });
  return {
    enter(request: IncomingMessage, socket: Duplex, head: Buffer): void {
      sockets.handleUpgrade(request, socket, head, (client) => {
        client.on('error', () => client.terminate());
        client.send(
          JSON.stringify({
            type: 'status',
            data: { status: { exec_info: { queue_remaining: 0 } }, sid: 'x' },
          }),
        );
      });
    },
    tell(message: { type: string; data: Record<string, unknown> }): void {
      for (const client of sockets.clients) client.send(JSON.stringify(message));
    },
    /** Four bytes say that it is a picture, four that it is a JPEG. */
    showPreview(picture: Buffer): void {
      for (const client of sockets.clients) client.send(Buffer.concat([PREVIEW_JPEG, picture]));
    },
    /** The picture that goes in, or a plain one, growing sharper in the eye of the beholder. */
    async previewOf({ graph }: Work, dir: string): Promise<Buffer | null> {
      if (sockets.clients.size === 0) return null;
      const image = inputOf(graph, 'string', 'image');
      const source =
        image === null
          ? sharp({
              create: { width: PREVIEW_SIDE, height: PREVIEW_SIDE, channels: 3, background: '#8a7f72' },
            })
          : sharp(join(dir, 'input', image)).resize(PREVIEW_SIDE, PREVIEW_SIDE, { fit: 'inside' });
      return source.blur(2).jpeg({ quality: 60 }).toBuffer();
    },
    leave(): void {
      for (const client of sockets.clients) client.terminate();
    },
  };
}
