import type { AdOrder, SessionStatus } from '@spotsmith/contract/words';
import type { Asset, NewAssetOf, PatchOf } from '../domain/asset.ts';
import type { AuditEvent, NewAuditEvent } from '../domain/audit.ts';
import type { BrandKit } from '../domain/brand-kit.ts';
import type { JobRunRecord, JobRunSummary } from '../domain/job-run.ts';
import type { JobName, JobPayload } from '../domain/jobs.ts';
import type { Micros } from '../domain/money.ts';
import type { Usage } from '../domain/quotas.ts';
import type { NewSession, Scene, Session, SessionPatch } from '../domain/session.ts';
import type { NewStoredFile, StoredFile } from '../domain/stored-file.ts';
import type { Attempt, AttemptOutcome, CostEntry, ModelCosts, NewAttempt } from '../domain/spending.ts';
import type {
  ApiToken,
  AuthToken,
  Invitation,
  NewApiToken,
  NewInvitation,
  NewUser,
  Approval,
  NewShareComment,
  Share,
  ShareComment,
  User,
} from '../domain/user.ts';
import type { Workflow } from '../domain/workflows/workflow.ts';
import type { NewProgress, Progress } from './progress.ts';

/**
 * The database, as the use-cases see it. `read` is for looking; everything that writes happens inside `write`,
 * in one transaction, with jobs and progress messages in the same one: either all of it happened or none.
 *
 * Inside `write` use only the transaction it hands out. Touching `read` there throws at once, because on the
 * embedded database (one connection) it would wait for itself for ever.
 */
export type Store = {
  readonly read: Reader;
  /** Rejects with Unavailable `database_unavailable` when the database cannot be reached. */
  write<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
};

export type Reader = {
  sessions: SessionReader;
  assets: AssetReader;
  scenes: SceneReader;
  files: FileReader;
  spending: SpendingReader;
  progress: ProgressReader;
  accounts: AccountReader;
  brandKits: BrandKitReader;
  shares: ShareReader;
  jobRuns: JobRunReader;
  workflows: WorkflowReader;
  usage: UsageReader;
  audit: AuditReader;
};

export type Transaction = {
  sessions: SessionWriter;
  assets: AssetWriter;
  scenes: SceneWriter;
  files: FileWriter;
  spending: SpendingWriter;
  progress: ProgressWriter;
  accounts: AccountWriter;
  brandKits: BrandKitWriter;
  shares: ShareWriter;
  jobRuns: JobRunWriter;
  workflows: WorkflowWriter;
  usage: UsageReader;
  audit: AuditWriter;
  idempotency: IdempotencyWriter;
  requestCounts: RequestCountWriter;
  /** The only way to enqueue: the job is there when the transaction commits, and not before. */
  jobs: JobSender;
  /** The database's own clock; leases and expiry are reckoned by it, not by the machine's. */
  now(): Promise<Date>;
};

export type SessionReader = {
  /** Deleted sessions are found too; look at `deletedAt`. */
  find(id: string): Promise<Session | null>;
  /** In the order that is asked for; `after` is the last one seen. */
  list(query: SessionQuery): Promise<Session[]>;
  /** How many of a user's ads have each status, those that are deleted apart. */
  countByStatus(userId: string): Promise<{ status: SessionStatus; isDeleted: boolean; count: number }[]>;
};
export type SessionQuery = {
  userId: string;
  limit: number;
  order: AdOrder;
  after: Pick<Session, 'id' | 'createdAt' | 'updatedAt' | 'title'> | null;
  /** Null: whatever their status. */
  statuses: readonly SessionStatus[] | null;
  /** Those that were deleted and can still be restored, or all others. */
  isDeleted: boolean;
  /** Case-insensitive part of the title or prompt; every character is taken literally. */
  search: string | null;
};
export type SessionWriter = SessionReader & {
  /** Finds and locks the row until the transaction ends: writers of one session queue up behind each other. */
  lock(id: string): Promise<Session | null>;
  insert(session: NewSession): Promise<Session>;
  /** Counts `version` up; counts `stageRun` up too when `status` is in the patch. Calls an announced removal off. */
  update(id: string, patch: SessionPatch): Promise<Session>;
  /** Soft-deleted before the instant: rows to be removed for good, with their files. */
  listDeletedBefore(instant: Date, limit: number): Promise<Session[]>;
  /** Announces the removal of ads that were not changed since the instant and are not pinned. */
  announceRemovals(untouchedSince: Date, removeAfter: Date): Promise<void>;
  callOffRemovals(): Promise<void>;
  /** Whose announced removal is due. */
  listDueForRemoval(now: Date, limit: number): Promise<Session[]>;
  /** Removes the row and everything that hangs on it. */
  remove(id: string): Promise<void>;
};

export type AssetReader = {
  find(id: string): Promise<Asset | null>;
  /** Every asset of a session, all versions, in order of position and creation. */
  ofSession(sessionId: string): Promise<Asset[]>;
  /** The same of several sessions, one after the other or mixed. */
  ofSessions(sessionIds: string[]): Promise<Asset[]>;
};
export type AssetWriter = AssetReader & {
  insert<A extends Asset>(assets: readonly NewAssetOf<A>[]): Promise<A[]>;
  update<A extends Asset>(asset: A, patch: PatchOf<A>): Promise<A>;
  /**
   * Takes the asset for one worker: sets it running, counts its fence up and returns the new fence.
   * Null when it is settled already or was sent in another run, so that a stale or repeated job finds nothing to do.
   */
  claim(id: string, stageRun: number): Promise<number | null>;
  /** Writes only while the fence is still the given one. Null when somebody else took over. */
  updateFenced<A extends Asset>(asset: A, fence: number, patch: PatchOf<A>): Promise<A | null>;
};

export type SceneReader = { ofSession(sessionId: string): Promise<Scene[]> };
export type SceneWriter = SceneReader & {
  /** Puts these scenes in place of all the session has: kept by id, inserted or removed. */
  replaceAll(sessionId: string, scenes: Scene[]): Promise<void>;
};

export type FileReader = {
  find(id: string): Promise<StoredFile | null>;
  /** Those that exist, in any order. */
  findMany(ids: string[]): Promise<StoredFile[]>;
  ofSession(sessionId: string): Promise<StoredFile[]>;
  /** Of all ads and the brand kit of a person. */
  ofUser(userId: string): Promise<StoredFile[]>;
  /** Which of these keys have a row: the sweep removes files that have none. */
  knownKeys(keys: string[]): Promise<Set<string>>;
  /** Every file of everybody, in order of id, after the given one. */
  page(afterId: string | null, limit: number): Promise<StoredFile[]>;
  /** What all files of a person take together, of their ads and their brand kit; with null, what everybody's take. */
  bytesUsed(userId: string | null): Promise<number>;
};
export type FileWriter = FileReader & { insert(file: NewStoredFile): Promise<StoredFile> };

/** Money and provider calls: attempts, what is held for them, and the ledger. One row of each per attempt. */
export type SpendingReader = {
  ofSession(sessionId: string): Promise<CostEntry[]>;
  /** Attempts still `open` or `unknown`, of every session: what a restart has to look after. */
  unfinished(): Promise<Attempt[]>;
  /** The attempts that these calls of a provider belong to; a call of nobody's is not in it. */
  ownersOf(
    provider: string,
    externalIds: readonly string[],
  ): Promise<{ attemptId: string; externalId: string }[]>;
  /** Everything ever made, by stage and model: what was held for it and what it cost. Unfinished calls are left out. */
  byModel(): Promise<ModelCosts[]>;
  /** How long the model's latest calls took that came to something, the middle one of a few; null when there is none. */
  usualDurationMs(provider: string, model: string): Promise<number | null>;
};
export type SpendingWriter = SpendingReader & {
  /**
   * Writes the intent: the attempt, its hold against the session's cap and the user's daily cap, and the ledger row.
   * Never lets spent + held pass either cap, whatever runs in parallel (decided by one conditional UPDATE each and CHECKs).
   */
  open(
    attempt: NewAttempt,
    dailyCapMicros: Micros,
  ): Promise<{ refusedBy: null; attempt: Attempt } | { refusedBy: 'session' | 'day'; leftMicros: Micros }>;
  /** The newest attempt for an asset (or, with null, for a stage of the session without asset). */
  latest(sessionId: string, stage: Attempt['stage'], assetId: string | null): Promise<Attempt | null>;
  setExternalId(attemptId: string, externalId: string): Promise<void>;
  /**
   * Settles: the hold is released and the actual price added to what is spent, once; closing again changes nothing.
   * `unknown` keeps the hold. Throws RangeError when the actual price is above the estimate.
   */
  close(attemptId: string, outcome: AttemptOutcome): Promise<void>;
};

export type ProgressReader = {
  /** Messages after `seq`, in order, at most `limit`. */
  after(sessionId: string, seq: number, limit: number): Promise<Progress[]>;
};
export type ProgressWriter = ProgressReader & {
  /** Gives the message the session's next `seq` and wakes the listeners when the transaction commits. */
  append(sessionId: string, message: NewProgress): Promise<Progress>;
};

export type JobSender = {
  send<Name extends JobName>(name: Name, payload: JobPayload<Name>, options?: JobOptions): Promise<void>;
};
export type JobOptions = {
  startAfterMs?: number;
  /** How often this work was tried already; carried by the job. */
  triedTimes?: number;
};

/** What somebody has here and spends. */
export type UserUse = {
  userId: string;
  /** Without deleted ones. */
  ads: number;
  bytes: number;
  spentMicros: number;
  lastActiveAt: Date | null;
};

export type AccountReader = {
  findUser(id: string): Promise<User | null>;
  /** Case-insensitive. */
  findUserByEmail(email: string): Promise<User | null>;
  listUsers(): Promise<User[]>;
  /** What everybody has and spent in the last so many days, whether or not there is anything. */
  useOfAll(days: number): Promise<UserUse[]>;
  /** Null when unknown or expired. */
  findAuthToken(jti: string): Promise<AuthToken | null>;
  /** Null when unknown or expired. */
  findApiToken(tokenHash: string): Promise<ApiToken | null>;
  listApiTokens(userId: string): Promise<ApiToken[]>;
  /** Null when unknown, used, withdrawn or expired. */
  findInvitation(tokenHash: string): Promise<Invitation | null>;
  /** Those that can still be taken. */
  listInvitations(): Promise<Invitation[]>;
};
export type AccountWriter = AccountReader & {
  /**
   * Those who can manage accounts, locked until the transaction ends: of two who step down at once, the second sees
   * that the first is gone.
   */
  lockOwners(): Promise<User[]>;
  /** Finds and locks the row until the transaction ends; after the ad's, where both are locked. */
  lockUser(id: string): Promise<User | null>;
  /** Throws Conflict `email_taken`. */
  insertUser(user: NewUser): Promise<User>;
  updateUser(
    id: string,
    patch: Partial<
      Pick<
        User,
        'passwordHash' | 'fullName' | 'role' | 'isDisabled' | 'preferences' | 'quotas' | 'secondFactor'
      >
    >,
  ): Promise<User>;
  /** Removes the person and every row of theirs; not the files. */
  removeUser(id: string): Promise<void>;
  insertAuthToken(token: AuthToken): Promise<void>;
  /** One login, or all of a user's. */
  revokeAuthTokens(which: { jti: string } | { userId: string }): Promise<void>;
  /** Ends everything by which somebody is signed in: logins, API tokens (but one of that name), tickets of sockets. */
  endAccess(userId: string, keep?: { tokenName: string }): Promise<void>;
  insertApiToken(token: NewApiToken): Promise<ApiToken>;
  touchApiToken(id: string): Promise<void>;
  revokeApiToken(id: string, userId: string): Promise<boolean>;
  /** In place of an earlier one to the same address. */
  insertInvitation(invitation: NewInvitation): Promise<Invitation>;
  /** Gives it once, and null ever after or when expired. */
  takeInvitation(tokenHash: string): Promise<Invitation | null>;
  withdrawInvitation(id: string): Promise<boolean>;
  /** All that this person made. */
  withdrawInvitationsBy(userId: string): Promise<void>;
  /** A socket ticket: one use. `takeTicket` gives the user and session once, and null ever after or when expired. */
  insertTicket(ticket: { hash: string; userId: string; sessionId: string; expiresAt: Date }): Promise<void>;
  takeTicket(hash: string): Promise<{ userId: string; sessionId: string } | null>;
};

/** What somebody uses of what quotas are for: in ads that are not deleted, but for the disk. */
export type UsageReader = { of(userId: string): Promise<Usage> };

/** What was done with accounts and access. */
export type AuditReader = {
  /** Newest first; those before the id, or all. */
  page(beforeId: number | null, limit: number): Promise<AuditEvent[]>;
};
export type AuditWriter = AuditReader & {
  append(event: NewAuditEvent): Promise<void>;
  removeOlderThan(instant: Date): Promise<void>;
};

export type BrandKitReader = { find(userId: string): Promise<BrandKit | null> };
export type BrandKitWriter = BrandKitReader & {
  saveLook(userId: string, look: BrandKit['look']): Promise<void>;
  /** Puts this logo, or none, in place of the one before, whose row goes; its object is left to the sweep. */
  saveLogo(userId: string, logo: NewStoredFile | null): Promise<void>;
};

type ShareRights = Pick<Share, 'allowsComments' | 'allowsApproval'>;
export type ShareReader = {
  /** Null when unknown or revoked. */
  findByToken(tokenHash: string): Promise<Share | null>;
  ofSession(sessionId: string): Promise<Share[]>;
  /** Oldest first. */
  comments(shareId: string): Promise<ShareComment[]>;
  /** Those by all links of an ad, revoked ones too; oldest first. */
  commentsOfSession(sessionId: string): Promise<ShareComment[]>;
};
export type ShareWriter = ShareReader & {
  insert(share: Pick<Share, 'id' | 'sessionId' | 'tokenHash'>): Promise<Share>;
  /** The link, kept from being revoked or edited until the transaction ends; null when unknown or revoked. */
  lockByToken(tokenHash: string): Promise<Share | null>;
  /** Null when there is no such link that works. */
  edit(id: string, sessionId: string, rights: Partial<ShareRights>): Promise<Share | null>;
  approve(id: string, approval: Omit<Approval, 'approvedAt'> | null): Promise<void>;
  addComment(comment: NewShareComment): Promise<ShareComment>;
  /** Null when the ad has no such comment. */
  setCommentDone(id: string, sessionId: string, isDone: boolean): Promise<ShareComment | null>;
  removeComment(id: string, sessionId: string): Promise<boolean>;
  revoke(id: string, sessionId: string): Promise<boolean>;
};

/** How jobs went: told to operators, asked for by nobody else. */
export type JobRunReader = {
  /** Every run that is kept, summed up by job. */
  byJob(): Promise<JobRunSummary[]>;
};
export type JobRunWriter = JobRunReader & {
  /** Nothing when the ad is gone. */
  insert(run: JobRunRecord): Promise<void>;
};

/** Workflows of ComfyUI that were added here. */
export type WorkflowReader = {
  /** Newest first. */
  list(): Promise<Workflow[]>;
  find(id: string): Promise<Workflow | null>;
};
export type WorkflowWriter = WorkflowReader & {
  /** False when there is one of this id already. */
  insert(workflow: Workflow): Promise<boolean>;
  update(id: string, patch: Pick<Workflow, 'name' | 'kind' | 'bindings' | 'outputNode'>): Promise<void>;
  remove(id: string): Promise<boolean>;
};

/** Answers kept for repeated requests with the same `Idempotency-Key`, for a day. */
export type IdempotencyWriter = {
  /**
   * Claims the key for this request, or tells what is known of it: `running` (another request holds it),
   * `mismatch` (it was used for another body), or the kept answer.
   */
  claim(key: {
    userId: string;
    key: string;
    requestHash: string;
  }): Promise<
    | { kind: 'claimed' }
    | { kind: 'running' }
    | { kind: 'mismatch' }
    | { kind: 'answered'; status: number; body: string }
  >;
  answer(userId: string, key: string, answer: { status: number; body: string }): Promise<void>;
  /** Gives the key back after a request that changed nothing. */
  release(userId: string, key: string): Promise<void>;
  removeOlderThan(instant: Date): Promise<void>;
};

/** How often somebody asked for something lately, counted for all processes together by the database's clock. */
export type RequestCountWriter = {
  /** Counts one more. A count ends a minute after its first request; the next one starts anew at 1. */
  countUp(key: string): Promise<{ count: number; secondsLeft: number }>;
  removeEnded(): Promise<void>;
};
