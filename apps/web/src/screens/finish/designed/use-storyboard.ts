'use client';
import type { Session } from '@spotsmith/contract/sessions';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { useCallback, useEffect, useRef, useState } from 'react';
import { callApi } from '#src/data/call-api.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { type History, keepHistory, keptHistory } from './kept-history.ts';

/** Saved when nothing was changed for so long. */
const SAVE_AFTER_MS = 500;
/** Changes of one thing within this time are one step of undo: a word that is typed, a slider that is dragged. */
const SAME_STEP_MS = 800;
const MAX_STEPS = 100;

/** `about` names what is changed: changes of the same thing within `sameStepMs` are undone together. */
type Change = (about: string, edit: (storyboard: Storyboard) => Storyboard, sameStepMs?: number) => void;

/** A storyboard while it is edited: every change shows at once, can be undone after a reload too, and is saved by itself. */
export function useStoryboard(session: Session, saved: Storyboard) {
  const [history, setHistory] = useState<History>(() => keptHistory(session.id, saved));
  const lastChange = useRef({ about: '', at: 0 });
  const [isDirty, setDirty] = useState(false);
  const save = useSessionAction<Storyboard>(session.id, {
    send: ({ id, version }, storyboard) =>
      callApi<Session>(`/api/sessions/${id}/storyboard`, { method: 'PUT', body: { version, storyboard } }),
    // What goes on in the background counts the version up, too; nobody else writes the storyboard meanwhile.
    about: ({ status }) => status === 'composing',
  });
  const { mutate, mutateAsync } = save;
  const { now } = history;
  useEffect(() => keepHistory(session.id, history), [session.id, history]);

  useEffect(() => {
    if (!isDirty) return;
    const timer = setTimeout(() => {
      setDirty(false);
      mutate(now);
    }, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [now, isDirty, mutate]);

  const unsaved = useRef<Storyboard | null>(null);
  unsaved.current = isDirty ? now : null;
  // Who leaves within the moment before it is saved has it saved by leaving.
  useEffect(
    () => () => {
      if (unsaved.current !== null) mutate(unsaved.current);
    },
    [mutate],
  );

  const change = useCallback<Change>((about, edit, sameStepMs = SAME_STEP_MS) => {
    const at = Date.now();
    const isSameStep = lastChange.current.about === about && at - lastChange.current.at < sameStepMs;
    lastChange.current = { about, at };
    setHistory(({ past, now: before }) => ({
      past: isSameStep ? past : [...past, before].slice(-MAX_STEPS),
      now: edit(before),
      future: [],
    }));
    setDirty(true);
  }, []);
  const undo = useCallback(() => {
    lastChange.current = { about: '', at: 0 };
    setHistory((shown) => {
      const before = shown.past.at(-1);
      if (before === undefined) return shown;
      return { past: shown.past.slice(0, -1), now: before, future: [shown.now, ...shown.future] };
    });
    setDirty(true);
  }, []);
  const redo = useCallback(() => {
    setHistory((shown) => {
      const [after, ...future] = shown.future;
      if (after === undefined) return shown;
      return { past: [...shown.past, shown.now], now: after, future };
    });
    setDirty(true);
  }, []);

  return {
    storyboard: now,
    change,
    undo: history.past.length > 0 ? undo : null,
    redo: history.future.length > 0 ? redo : null,
    isSaving: isDirty || save.isPending,
    /** Saves what is not saved yet. */
    flush: async () => {
      if (!isDirty) return;
      setDirty(false);
      await mutateAsync(now);
    },
  };
}

export type StoryboardChange = Change;
