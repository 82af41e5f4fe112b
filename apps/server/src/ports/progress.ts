import type { Stage } from '@spotsmith/contract/words';
import type { Json } from '../domain/asset.ts';

export type NewProgress = {
  stage: Stage;
  /** 0–100 within the stage. */
  progress: number;
  /** 0–100 over the whole ad. */
  overall: number;
  message: string;
  metadata: { [key: string]: Json };
  error?: string;
  retryAvailable?: boolean;
  assetCount?: number;
};

export type Progress = NewProgress & {
  sessionId: string;
  seq: number;
  currentCostMicros: number;
  createdAt: Date;
};

/**
 * Wakes a listener when a session may have new messages. A wake-up is only a hint and may come late, twice or not at
 * all: the table is the truth, read with `progress.after`.
 */
export type ProgressFeed = {
  subscribe(sessionId: string, wake: () => void, onPreview?: (preview: AssetPreview) => void): () => void;
  /** Shows it to everybody who has subscribed, in every process. Kept nowhere; may be lost. */
  showPreview(sessionId: string, preview: AssetPreview): Promise<void>;
};

/** What an image or clip looks like while it is made: a WebP of at most `MAX_PREVIEW_BYTES`. */
export type AssetPreview = { assetId: string; picture: Uint8Array };
