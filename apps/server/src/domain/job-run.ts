/** What one program (FFmpeg, painter, inference) did for a job. Null where the system does not tell: only Linux does. */
export type ProgramUse = {
  program: string;
  tookMs: number;
  cpuMs: number | null;
  peakBytes: number | null;
};

/** One delivery of one job, as it went. Kept with its ad and gone with it. */
export type JobRunRecord = {
  sessionId: string;
  assetId: string | null;
  job: string;
  isDone: boolean;
  /** In the queue, after it might have begun. */
  waitedMs: number;
  tookMs: number;
  /** Of its programs together; the process itself is not counted, as it serves several jobs at once. */
  cpuMs: number;
  /** Of the largest of its programs. */
  peakBytes: number;
  programs: ProgramUse[];
};

/** The runs of one kind of job, summed up. */
export type JobRunSummary = {
  job: string;
  runs: number;
  thrown: number;
  medianWaitedMs: number;
  medianTookMs: number;
  p95TookMs: number;
  cpuMs: number;
  peakBytes: number;
};
