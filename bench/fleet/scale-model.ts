import type { Figures } from './figures.ts';

/** What an installation needs for so many ads a day. Sizes are decimal: 1 GB = 10⁹ bytes. */
export type Needs = {
  adsPerSecond: number;
  jobsPerSecond: number;
  /** New rows a day, and what they and their indices take in the database. */
  rowsPerDay: number;
  databaseGbPerDay: number;
  /** Rows and GB that stand after the retention, when nothing is pinned. */
  rowsKept: number;
  databaseGbKept: number;
  uploadsGbPerDay: number;
  storageTbKept: number;
  egressTbPerDay: number;
  objectWritesPerSecond: number;
  /** Cores that draw and encode, kept as busy as `figures.busyShare`. */
  workerCores: number;
  /** Slots that wait for a provider at the same moment (Little's law: arrivals × time). */
  providerSlots: number;
  workers: number;
  apis: number;
  sockets: number;
  databaseConnections: number;
  transactionsPerSecond: number;
  /** Dollars a month of 30 days, for storage and egress. */
  s3UsdPerMonth: number;
  r2UsdPerMonth: number;
};

const SECONDS_PER_DAY = 86_400;
const GB = 1e9;
const TB = 1e12;

/** Reckons what `adsPerDay` need, from the figures of one ad. Pure; arithmetic only, nothing is rounded. */
export function needsOf(adsPerDay: number, figures: Figures): Needs {
  const { ad, day, process, prices } = figures;
  const adsPerSecond = (adsPerDay * day.peak) / SECONDS_PER_DAY;
  const keptAds = adsPerDay * day.retentionDays;
  const storageBytes = keptAds * ad.storedBytes;
  const egressBytesPerDay = adsPerDay * (ad.reviewBytes + ad.watchedTimes * ad.filmBytes);
  const jobsPerSecond = adsPerSecond * ad.jobs;
  const workerCores = (adsPerSecond * ad.cpuSeconds) / process.busyShare;
  const providerSlots = adsPerSecond * ad.providerSeconds;
  const workers = Math.ceil(
    Math.max(workerCores / process.coresPerWorker, providerSlots / process.providerSlotsPerWorker),
  );
  const sockets = adsPerSecond * ad.openSeconds;
  const apis = Math.ceil(Math.max(2, sockets / process.socketsPerApi));
  const storageGb = storageBytes / GB;
  const egressGbPerMonth = (egressBytesPerDay * 30) / GB;
  return {
    adsPerSecond,
    jobsPerSecond,
    rowsPerDay: adsPerDay * ad.rows,
    databaseGbPerDay: (adsPerDay * ad.databaseBytes) / GB,
    rowsKept: keptAds * ad.rows,
    databaseGbKept: (keptAds * ad.databaseBytes) / GB,
    uploadsGbPerDay: (adsPerDay * ad.storedBytes) / GB,
    storageTbKept: storageBytes / TB,
    egressTbPerDay: egressBytesPerDay / TB,
    objectWritesPerSecond: adsPerSecond * ad.files,
    workerCores,
    providerSlots,
    workers,
    apis,
    sockets,
    databaseConnections: (workers + apis) * process.connections,
    transactionsPerSecond: adsPerSecond * ad.transactions + workers * process.pollsPerSecond,
    s3UsdPerMonth: storageGb * prices.s3.storageUsdPerGb + egressGbPerMonth * prices.s3.egressUsdPerGb,
    r2UsdPerMonth: storageGb * prices.r2.storageUsdPerGb + egressGbPerMonth * prices.r2.egressUsdPerGb,
  };
}
