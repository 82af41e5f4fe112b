'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useRef, useState } from 'react';
import type { Preview, ProgressMessage } from '@spotsmith/contract/progress';
import type { Session } from '@spotsmith/contract/sessions';
import { queries } from '#src/data/queries.ts';
import { receive, receivePreview, startProgress, type LiveProgress } from './live-progress.ts';
import { openProgressSocket, type Connection } from './progress-socket.ts';

const REFRESH_AFTER_MS = 150;

export type Live = { progress: LiveProgress; connection: Connection };

/**
 * Listens to an ad. Every message moves the progress at once and, bundled with its neighbours, has the ad itself read
 * again: the socket says that something changed, the API says what.
 */
export function useLiveSession(session: Pick<Session, 'id' | 'last_seq' | 'overall'>): Live {
  const client = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connecting');
  const [progress, take] = useReducer(
    (live: LiveProgress, message: ProgressMessage | Preview) =>
      'seq' in message ? receive(live, message, Date.now()) : receivePreview(live, message),
    startProgress(session.last_seq, session.overall),
  );
  const lastSeq = useRef(session.last_seq);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        // What the page foresees is newer than what the API would say now; the last answer brings both together.
        if (client.isMutating({ mutationKey: ['change', session.id] }) > 0) return refresh();
        void client.invalidateQueries({ queryKey: queries.session(session.id).queryKey });
      }, REFRESH_AFTER_MS);
    };
    const close = openProgressSocket({
      sessionId: session.id,
      after: () => lastSeq.current,
      onMessage: (message) => {
        lastSeq.current = Math.max(lastSeq.current, message.seq);
        take(message);
        refresh();
      },
      onPreview: take,
      onConnection: (now) => {
        setConnection(now);
        if (now === 'live') refresh();
      },
    });
    return () => {
      clearTimeout(timer);
      close();
    };
  }, [client, session.id]);

  return { progress, connection };
}
