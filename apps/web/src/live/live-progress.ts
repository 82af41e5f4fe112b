import type { Preview, ProgressMessage, Sight } from '@spotsmith/contract/progress';

/** What the socket has told so far about one ad. */
export type LiveProgress = {
  /** `seq` of the newest message taken in; a reconnect asks for what came after it. */
  lastSeq: number;
  stage: ProgressMessage['stage'] | null;
  /** 0–100 within the stage. */
  progress: number;
  /** 0–100 over the whole ad. */
  overall: number;
  message: string;
  metadata: ProgressMessage['metadata'];
  /** Trouble the work is dealing with by itself; null once it goes on. */
  trouble: LiveTrouble | null;
  /** When the stage was first heard of here and how far it was then: the base of the estimate. */
  stageSince: { atMs: number; progress: number } | null;
  /** What was told of images and clips that a graphics card makes, by asset. */
  sights: Readonly<Record<string, LiveSight>>;
};

/** What a graphics card is at with one image or clip, since when, and what that comes to look like. */
export type LiveSight = Partial<Sight & { atMs: number }> & { picture?: string };

export type LiveTrouble = {
  code: string;
  message: string;
  /** When it is tried again; null when nobody said. */
  retryAtMs: number | null;
  /** The wait takes so long that fewer images, or a cheaper model, would do better. */
  isLong: boolean;
};

export function startProgress(lastSeq: number, overall: number): LiveProgress {
  return {
    lastSeq,
    stage: null,
    progress: 0,
    overall,
    message: '',
    metadata: {},
    trouble: null,
    stageSince: null,
    sights: {},
  };
}

/** Takes in one message. One seen before, or older than the newest, changes nothing: the same object comes back. */
export function receive(live: LiveProgress, message: ProgressMessage, nowMs: number): LiveProgress {
  if (message.seq <= live.lastSeq) return live;
  const isSameStage = message.stage === live.stage && message.progress >= live.progress;
  return {
    lastSeq: message.seq,
    stage: message.stage,
    progress: message.progress,
    overall: message.overall,
    message: message.message,
    metadata: message.metadata,
    trouble: troubleAfter(live.trouble, message, nowMs),
    stageSince: isSameStage ? live.stageSince : { atMs: nowMs, progress: message.progress },
    sights: sightsAfter(live.sights, message, nowMs),
  };
}

/** Takes in what an image or clip comes to look like. */
export function receivePreview(live: LiveProgress, { asset_id: id, picture }: Preview): LiveProgress {
  return { ...live, sights: { ...live.sights, [id]: { ...live.sights[id], picture } } };
}

function sightsAfter(
  sights: LiveProgress['sights'],
  { metadata }: ProgressMessage,
  nowMs: number,
): LiveProgress['sights'] {
  const { asset_id: id, sight } = metadata as { asset_id?: string; sight?: Sight };
  if (id === undefined || sight === undefined) return sights;
  return { ...sights, [id]: { ...sights[id], ...sight, atMs: nowMs } };
}

/** Seconds that one image or clip still takes, as was told, less what went by since; null when nobody can say. */
export function secondsLeftOf({ seconds_left: told, atMs }: LiveSight, nowMs: number): number | null {
  if (told == null || atMs === undefined) return null;
  const left = told - (nowMs - atMs) / 1000;
  return left > 0 ? left : null;
}

/**
 * Who waits to try again is not forgotten because something else of the same stage goes on or has its own trouble: of
 * several waits the longest is told, and what failed for good stands on its card.
 */
function troubleAfter(
  before: LiveTrouble | null,
  message: ProgressMessage,
  nowMs: number,
): LiveTrouble | null {
  const waitsUntilMs = before?.retryAtMs ?? 0;
  const stillWaits = waitsUntilMs > nowMs ? before : null;
  if (message.error === undefined) return stillWaits;
  const seconds = message.metadata['retry_in_seconds'];
  const retryAtMs = typeof seconds === 'number' ? nowMs + seconds * 1000 : null;
  if (stillWaits !== null && (retryAtMs ?? 0) < waitsUntilMs) return stillWaits;
  const isLong = message.metadata['is_long'] === true;
  return { code: message.error, message: message.message, retryAtMs, isLong };
}

/** Seconds left of the stage at its pace so far; null until there is a pace to go by. */
export function secondsLeft(live: LiveProgress, nowMs: number): number | null {
  if (live.stageSince === null || live.progress >= 100) return null;
  const gained = live.progress - live.stageSince.progress;
  const elapsedSeconds = (nowMs - live.stageSince.atMs) / 1000;
  if (gained <= 0 || elapsedSeconds < 1) return null;
  return (elapsedSeconds / gained) * (100 - live.progress);
}
