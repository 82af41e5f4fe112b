import { JOB_NAMES, type JobName, type JobPayload } from '../domain/jobs.ts';
import type { JobHandlers, JobRun } from '../ports/job-queue.ts';
import type { Ports } from '../ports/ports.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { withChildUse } from '../telemetry/watch-children.ts';

type Deps = Pick<Ports, 'store' | 'log'> & { metrics: Metrics };

/** The same handlers, each run told to the log and the metrics, and kept with its ad. */
export function measuredHandlers(handlers: JobHandlers, deps: Deps): JobHandlers {
  const measured = JOB_NAMES.map((name) => [name, measuredHandler(name, handlers[name] as AnyHandler, deps)]);
  return Object.fromEntries(measured) as JobHandlers;
}

type AnyHandler = (payload: JobPayload<JobName>, run: JobRun) => Promise<void>;

function measuredHandler(name: JobName, handler: AnyHandler, { store, log, metrics }: Deps): AnyHandler {
  return async (payload, run) => {
    const startedAt = performance.now();
    let fault: { thrown: unknown } | null = null;
    const { children: programs } = await withChildUse(() =>
      handler(payload, run).catch((thrown: unknown) => {
        fault = { thrown };
      }),
    );
    const tookMs = Math.round(performance.now() - startedAt);
    const cpuMs = programs.reduce((sum, program) => sum + (program.cpuMs ?? 0), 0);
    const peakBytes = Math.max(0, ...programs.map((program) => program.peakBytes ?? 0));
    const isDone = fault === null;
    const waitedMs = Math.round(run.waitedMs);
    metrics.countJob({
      name,
      isDone,
      waitedSeconds: waitedMs / 1000,
      tookSeconds: tookMs / 1000,
      cpuSeconds: cpuMs / 1000,
    });
    const ids = idsOf(payload);
    log.info({ job: name, jobId: run.id, ...ids, isDone, waitedMs, tookMs, cpuMs, peakBytes }, 'job ended');
    if (ids.sessionId !== null) {
      const record = {
        ...ids,
        sessionId: ids.sessionId,
        job: name,
        isDone,
        waitedMs,
        tookMs,
        cpuMs,
        peakBytes,
      };
      await store
        .write((tx) => tx.jobRuns.insert({ ...record, programs }))
        // What is only told must not spoil what was done.
        .catch((error: unknown) => log.warn({ err: error, jobId: run.id }, 'a job run is not kept'));
    }
    if (fault !== null) throw (fault as { thrown: unknown }).thrown;
  };
}

function idsOf(payload: Record<string, unknown>): { sessionId: string | null; assetId: string | null } {
  const { sessionId = null, assetId = null } = payload as { sessionId?: string; assetId?: string };
  return { sessionId, assetId };
}
