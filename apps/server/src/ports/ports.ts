import type { Quotas } from '../domain/quotas.ts';
import type { FileStore } from './file-store.ts';
import type { JobQueue } from './job-queue.ts';
import type {
  AdComposer,
  ClipMaker,
  ImageMaker,
  MusicMaker,
  StudioClipMaker,
  TextModel,
  UploadReader,
} from './makers.ts';
import type { ProgressFeed } from './progress.ts';
import type { Store } from './store.ts';
import type { OneTimeCodes, PasswordHasher, TokenSigner } from './secrets.ts';
import type { Provider } from '@spotsmith/contract/words';

export const FAILPOINTS = [
  'after-intent',
  'after-make',
  'after-store-file',
  'before-settle',
  'after-settle',
  'after-provider-create',
  'after-external-id',
  'before-commit-state',
] as const;
export type FailpointName = (typeof FAILPOINTS)[number];

/** The makers of one provider. */
export type MediaMakers = { image: ImageMaker; clip: ClipMaker; music: MusicMaker };
export type StudioMakers = MediaMakers & { clip: StudioClipMaker };

/** Everything the use-cases need of the world. A use-case asks for the few it uses: `Pick<Ports, 'store' | 'files'>`. */
export type Ports = {
  store: Store;
  feed: ProgressFeed;
  files: FileStore;
  queue: JobQueue;
  /** Makers by provider, of the kinds that it makes; a provider without a key is absent. */
  makers: Partial<Record<Provider, Partial<MediaMakers>>> & { studio: StudioMakers };
  text: TextModel;
  uploads: UploadReader;
  composer: AdComposer;
  passwords: PasswordHasher;
  tokens: TokenSigner;
  oneTimeCodes: OneTimeCodes;
  limits: Limits;
  /** Kills the process at a named line when a test armed it; does nothing otherwise. */
  failpoint: (name: FailpointName) => void;
  /** A new empty directory that is removed when the work with it ends. */
  withTempDir<Result>(work: (dir: string) => Promise<Result>): Promise<Result>;
  log: Log;
};

export type Limits = {
  maxCostPerSessionMicros: number;
  dailyCapPerUserMicros: number;
  retentionDays: number | null;
  /** Of each person, unless an owner gave them their own. */
  quotas: Quotas;
  /** 1 for the product; smaller only for soak runs. */
  canvasScale: number;
  defaultProvider: Provider;
};

/** Structured logging without user text: ids and event names only. */
export type Log = {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
};
