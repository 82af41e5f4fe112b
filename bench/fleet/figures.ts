/** What an ad takes and a process gives. Each figure says where it comes from; the model is only as good as they are. */
export type Figures = {
  ad: {
    rows: number;
    databaseBytes: number;
    transactions: number;
    jobs: number;
    files: number;
    storedBytes: number;
    /** What its maker's browser fetches while reviewing. */
    reviewBytes: number;
    filmBytes: number;
    /** How often the film is fetched from us. */
    watchedTimes: number;
    cpuSeconds: number;
    /** Seconds that its calls wait at a provider, added up. */
    providerSeconds: number;
    /** How long its maker has it open. */
    openSeconds: number;
  };
  day: {
    /** The busiest hour against the mean. */
    peak: number;
    retentionDays: number;
  };
  process: {
    coresPerWorker: number;
    busyShare: number;
    providerSlotsPerWorker: number;
    /** To PostgreSQL itself, past a pooler. */
    connections: number;
    pollsPerSecond: number;
    socketsPerApi: number;
  };
  prices: Record<'s3' | 'r2', { storageUsdPerGb: number; egressUsdPerGb: number }>;
};

const MB = 1e6;

/** A classic ad of hosted models: four images, four clips, one film of twelve seconds. */
export const FIGURES: Figures = {
  ad: {
    // Measured: 70 of an ad of six images, and what its film and four clips add.
    rows: 90,
    // Measured: 37 kB of rows; with indices, versions and free room about two and a half times that.
    databaseBytes: 100_000,
    // Reckoned: four for each job, and what the browser asks.
    transactions: 80,
    // Counted in `domain/jobs.ts`: brief, photo, scenes, four images, four clips, encoding ahead, music, film.
    jobs: 14,
    // Measured by `npm run fleet`.
    files: 15,
    // Measured: 22 MB of an ad of the local studio before its film; docs/deploy.md says 30 MB.
    storedBytes: 30 * MB,
    // Assumed: every image once, posters of clips, one clip in three played.
    reviewBytes: 12 * MB,
    // Assumed: twelve seconds at 3.5 Mbit/s.
    filmBytes: 5 * MB,
    // Assumed: to see it and to take it away; an audience watches elsewhere.
    watchedTimes: 2,
    // Measured by `npm run bench:compose`: 20.6 s for a cold film; and thumbnails and checks of what came.
    cpuSeconds: 25,
    // Assumed, by the usual times of hosted models: four images of 10 s, four clips of 60 s, music of 20 s.
    providerSeconds: 300,
    // Assumed.
    openSeconds: 600,
  },
  day: { peak: 3, retentionDays: 30 },
  process: {
    coresPerWorker: 8,
    busyShare: 0.7,
    // `concurrencyOf` in apps/server/src/worker/handlers.ts: twelve images and twelve clips.
    providerSlotsPerWorker: 24,
    // Four of the queue, one that listens for it and one that listens for progress.
    connections: 6,
    // Slots that look every two seconds: 24 for media and some 14 others.
    pollsPerSecond: 19,
    // Assumed; a progress socket at rest costs a timer and a few kB.
    socketsPerApi: 5_000,
  },
  // List prices of the first tier, November 2026: dollars a GB and month, and a GB of egress.
  prices: {
    s3: { storageUsdPerGb: 0.023, egressUsdPerGb: 0.09 },
    r2: { storageUsdPerGb: 0.015, egressUsdPerGb: 0 },
  },
};
