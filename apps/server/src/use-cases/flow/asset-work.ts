import type { Verdict } from '@spotsmith/contract/assets';
import type { SessionStatus } from '@spotsmith/contract/words';
import type { Asset } from '../../domain/asset.ts';
import type { AssetJob, JobPayload } from '../../domain/jobs.ts';
import type { Session } from '../../domain/session.ts';
import type { CostStage } from '../../domain/spending.ts';
import type { MadeFile } from '../../ports/makers.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Transaction } from '../../ports/store.ts';
import type { WorkStage } from './report.ts';
import type { Call } from './run-attempt.ts';
import type { Folder } from './store-file.ts';

export type MakeDeps = Pick<
  Ports,
  'store' | 'files' | 'tokens' | 'limits' | 'failpoint' | 'withTempDir' | 'composer' | 'makers' | 'log'
>;

/** `thumbnailPath` is a small WebP for the asset's card; null when it has none. */
export type AssetFile = MadeFile & {
  thumbnailPath: string | null;
  verdict?: Verdict;
  /** How much of a longer clip is shown; null or absent shows all. */
  shownSeconds?: number | null;
};

/** What one kind of asset needs beyond the steps that all share. */
export type AssetWork = {
  job: AssetJob;
  /** The state in which this work is done. */
  during: SessionStatus;
  progressStage: WorkStage;
  costStage: CostStage;
  folder: Folder;
  /** Lays everything out in `dir` and says what to call. */
  prepare(
    taken: Taken,
    dir: string,
    signal: AbortSignal,
  ): Promise<Omit<Call<AssetFile>, 'stage' | 'assetId'>>;
  onProgress?(taken: Taken, fraction: number): void;
  /** Called in the transaction in which the asset came to rest, made or failed. */
  afterwards(tx: Transaction, session: Session, asset: Asset): Promise<void>;
};

export type AssetPayload = JobPayload<AssetJob>;
export type Taken = { session: Session; asset: Asset; fence: number };
