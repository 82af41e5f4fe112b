import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What a process counts for Prometheus. Times are in seconds, money in dollars, as its naming rules want them. */
export type Metrics = {
  countAnswer(answer: { method: string; route: string; status: number; seconds: number }): void;
  countJob(job: FinishedJob): void;
  countSockets(change: 1 | -1): void;
  /** Text of the exposition format. `readings` are asked for now, because they lie in the database. */
  expose(readings: Readings | null): Promise<{ contentType: string; text: string }>;
};

export type FinishedJob = {
  name: string;
  /** Whether the handler returned; the queue delivers one that threw again. */
  isDone: boolean;
  waitedSeconds: number;
  tookSeconds: number;
  cpuSeconds: number;
};

/** What all processes together have done, by the database: the same at whichever process it is asked for. */
export type Readings = {
  jobs: readonly { name: string; state: string; count: number }[];
  models: readonly {
    stage: string;
    provider: string;
    model: string;
    calls: number;
    failedCalls: number;
    spentUsd: number;
  }[];
};

const REQUEST_SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const JOB_SECONDS = [0.1, 0.5, 1, 2.5, 5, 10, 20, 40, 80, 160, 320, 640, 1800];

/** The figures of this process, in a registry of its own, so that several may live in one test. */
export function createMetrics(role: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ role });
  collectDefaultMetrics({ register: registry, prefix: 'spotsmith_' });
  const registers = [registry];
  const answers = new Histogram({
    name: 'spotsmith_http_request_seconds',
    help: 'How long answers took, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: REQUEST_SECONDS,
    registers,
  });
  const sockets = new Gauge({ name: 'spotsmith_sockets', help: 'Open progress sockets.', registers });
  const took = new Histogram({
    name: 'spotsmith_job_seconds',
    help: 'How long jobs worked.',
    labelNames: ['job', 'outcome'],
    buckets: JOB_SECONDS,
    registers,
  });
  const waited = new Histogram({
    name: 'spotsmith_job_wait_seconds',
    help: 'How long jobs lay in the queue after they might have begun.',
    labelNames: ['job'],
    buckets: JOB_SECONDS,
    registers,
  });
  const cpu = new Counter({
    name: 'spotsmith_job_cpu_seconds_total',
    help: 'Processor time of the programs that jobs ran (FFmpeg, painter, inference).',
    labelNames: ['job'],
    registers,
  });
  const shared = sharedGauges(registry);

  return {
    countAnswer: ({ method, route, status, seconds }) =>
      answers.observe({ method, route, status: String(status) }, seconds),
    countJob({ name, isDone, waitedSeconds, tookSeconds, cpuSeconds }) {
      took.observe({ job: name, outcome: isDone ? 'done' : 'thrown' }, tookSeconds);
      waited.observe({ job: name }, waitedSeconds);
      cpu.inc({ job: name }, cpuSeconds);
    },
    countSockets: (change) => sockets.inc(change),
    async expose(readings) {
      shared(readings);
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}

function sharedGauges(registry: Registry): (readings: Readings | null) => void {
  const registers = [registry];
  const jobs = new Gauge({
    name: 'spotsmith_queue_jobs',
    help: 'Jobs in the queue, by state; `failed` ones are given up (npm run jobs).',
    labelNames: ['job', 'state'],
    registers,
  });
  const labelNames = ['stage', 'provider', 'model'] as const;
  const calls = new Gauge({
    name: 'spotsmith_provider_calls',
    help: 'Finished calls of makers, over all ads that are kept.',
    labelNames,
    registers,
  });
  const failed = new Gauge({
    name: 'spotsmith_provider_calls_failed',
    help: 'Those that came to nothing.',
    labelNames,
    registers,
  });
  const spent = new Gauge({
    name: 'spotsmith_spent_usd',
    help: 'What they cost, in dollars.',
    labelNames,
    registers,
  });
  return (readings) => {
    for (const gauge of [jobs, calls, failed, spent]) gauge.reset();
    for (const { name, state, count } of readings?.jobs ?? []) jobs.set({ job: name, state }, count);
    for (const { stage, provider, model, ...sums } of readings?.models ?? []) {
      const labels = { stage, provider, model };
      calls.set(labels, sums.calls);
      failed.set(labels, sums.failedCalls);
      spent.set(labels, sums.spentUsd);
    }
  };
}
