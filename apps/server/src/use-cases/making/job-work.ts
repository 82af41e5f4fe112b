import type { Asset } from '../../domain/asset.ts';
import type { Micros } from '../../domain/money.ts';
import type { Session } from '../../domain/session.ts';
import type { Attempt, Failed } from '../../domain/spending.ts';
import type { AssetJob, SessionJob } from '../../domain/stages.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Transaction } from '../../ports/store.ts';

/** What the engine, and the work it runs, need of the world. */
export type MakingDeps = Pick<
  Ports,
  | 'store'
  | 'feed'
  | 'files'
  | 'tokens'
  | 'limits'
  | 'failpoint'
  | 'withTempDir'
  | 'composer'
  | 'makers'
  | 'text'
  | 'uploads'
  | 'log'
>;

/** An asset claimed for one worker: whoever claims it next holds a higher `fence`. */
export type AssetClaim<A extends Asset = Asset> = {
  job: AssetJob;
  session: Session;
  asset: A;
  fence: number;
};
/** The turn of work on the session itself; it is over when the session moves on to another `stageRun`. */
export type SessionClaim = { job: SessionJob; session: Session; stageRun: number; asset: null };

/** `dir` is an empty directory, removed when the work ends; `signal` aborts when the work is not wanted any more. */
type Bench = { dir: string; signal: AbortSignal };
export type AssetTask<A extends Asset = Asset> = AssetClaim<A> & Bench;
export type SessionTask = SessionClaim & Bench;

/** A call that was made and is not closed in the ledger yet. */
export type OpenCall = { attempt: Attempt; durationMs: number };
/** The same with what it cost. */
export type MadeCall = OpenCall & { actualMicros: Micros; isGuess: boolean };

/** What work came to; nothing of it is written yet. `call` is null for work that has no price. */
export type Work<Kept> = {
  call: MadeCall | null;
  /** Writes the result, within the transaction that settles everything. `session` is locked. */
  keep(tx: Transaction, session: Session): Promise<Kept>;
};

/** Work that failed; `call` is null when it did not come to a call. */
export type FailedWork = Failed & { call: OpenCall | null };

/** How the file of one kind of asset is made. All that jobs have in common is the engine's, in `run-job.ts`. */
export type AssetWork<A extends Asset> = {
  job: AssetJob;
  /** `keep` gives null when another worker took over. */
  make(deps: MakingDeps, task: AssetTask<A>): Promise<Work<A | null> | FailedWork>;
  /** Runs in the transaction in which the asset came to rest, made or failed. */
  afterwards(tx: Transaction, session: Session, asset: A): Promise<void>;
};

/** How work on the session itself is done. */
export type SessionWork = {
  job: SessionJob;
  make(deps: MakingDeps, task: SessionTask): Promise<Work<void> | FailedWork>;
};

/** A claim and the work that it is for. */
export type Claimed =
  | { claim: AssetClaim; work: AssetWork<Asset>; isAsset: true }
  | { claim: SessionClaim; work: SessionWork; isAsset: false };
