import { ProgressMessage } from '@spotsmith/contract/progress';
import { WebSocket } from 'ws';

const AGAIN_AFTER_MS = 300;

/** A socket client as the browser is one: it comes back after every loss and asks for what it has not seen. */
export function followEvents({ url, token, sessionId }: { url: string; token: string; sessionId: string }) {
  /** Every message as it came, so that one that came twice is seen. */
  const seen: number[] = [];
  let socket: WebSocket | null = null;
  let connections = 0;
  let isOver = false;

  function connect(): void {
    if (isOver) return;
    connections += 1;
    const after = Math.max(0, ...seen);
    socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws/${sessionId}?after=${after}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    socket.on('message', (data: Buffer) => {
      const message = ProgressMessage.safeParse(JSON.parse(data.toString('utf8')));
      if (message.success) seen.push(message.data.seq);
      else socket?.send('pong');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => setTimeout(connect, AGAIN_AFTER_MS));
  }

  connect();
  return {
    seen,
    connections: () => connections,
    stop() {
      isOver = true;
      socket?.terminate();
    },
  };
}
