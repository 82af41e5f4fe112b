import type { Preview, ProgressMessage } from '@spotsmith/contract/progress';
import { callApi } from '#src/data/call-api.ts';
import { deployment } from '#src/deployment.ts';
import { reconnectDelayMs } from './reconnect-delay.ts';

export type Connection = 'connecting' | 'live' | 'lost';

type Listener = {
  sessionId: string;
  /** `seq` after which messages are wanted; asked anew at each connection. */
  after: () => number;
  onMessage: (message: ProgressMessage) => void;
  onPreview: (preview: Preview) => void;
  onConnection: (connection: Connection) => void;
};

/**
 * Keeps one socket open to an ad's progress: answers pings, comes back after every loss (at once when the browser
 * says it is online again) and asks for what it missed. Returns the function that closes it.
 */
export function openProgressSocket(listener: Listener): () => void {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let isClosed = false;

  const connect = async () => {
    const url = await socketUrl(listener.sessionId, listener.after()).catch(() => null);
    if (isClosed) return;
    if (url === null) return retryLater();
    const opened = new WebSocket(url);
    socket = opened;
    opened.addEventListener('open', () => {
      attempt = 0;
      listener.onConnection('live');
    });
    opened.addEventListener('message', (event: MessageEvent<string>) => {
      const message = JSON.parse(event.data) as ProgressMessage | Preview | { type: 'ping' };
      if ('seq' in message) listener.onMessage(message);
      else if (message.type === 'preview') listener.onPreview(message);
      else opened.send('pong');
    });
    // Without a network a socket takes its time to close; by then another one may have taken its place.
    opened.addEventListener('close', () => socket === opened && retryLater());
  };

  const retryLater = () => {
    if (isClosed) return;
    listener.onConnection('lost');
    clearTimeout(timer);
    timer = setTimeout(() => void connect(), reconnectDelayMs(attempt, Math.random()));
    attempt += 1;
  };

  const retryNow = () => {
    if (socket !== null && socket.readyState <= WebSocket.OPEN) return;
    clearTimeout(timer);
    attempt = 0;
    void connect();
  };

  const leave = () => {
    const left = socket;
    socket = null;
    left?.close();
    retryLater();
  };

  globalThis.addEventListener('online', retryNow);
  globalThis.addEventListener('offline', leave);
  void connect();
  return () => {
    isClosed = true;
    clearTimeout(timer);
    globalThis.removeEventListener('online', retryNow);
    globalThis.removeEventListener('offline', leave);
    socket?.close();
  };
}

async function socketUrl(sessionId: string, after: number): Promise<URL> {
  const url = new URL(`/ws/${sessionId}?after=${after}`, deployment.socketUrl ?? location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  if (deployment.socketUrl !== undefined) {
    const { ticket } = await callApi<{ ticket: string }>('/api/auth/socket-ticket', {
      method: 'POST',
      body: { session_id: sessionId },
    });
    url.searchParams.set('ticket', ticket);
  }
  return url;
}
