import { flushCompileCache } from 'node:module';
import { ConfigError, loadConfig, readEnvironment } from './config.ts';
import { Unavailable } from './domain/faults.ts';
import { openCompileCache } from './open-compile-cache.ts';
import { createLogger } from './telemetry/logger.ts';

const MIN_NODE = 24;
const EXIT_CONFIG = 78;

try {
  await start();
} catch (error) {
  // What a person can mend is said in a sentence; everything else keeps its trace.
  if (!(error instanceof ConfigError || error instanceof Unavailable)) throw error;
  const code = error instanceof ConfigError ? EXIT_CONFIG : 1;
  // Not left to the event loop: an embedded database that failed to open keeps it busy for ever.
  process.stderr.write(`Spotsmith cannot start.\n${error.message}\n`, () => process.exit(code));
}

async function start(): Promise<void> {
  const major = Number.parseInt(process.versions.node, 10);
  if (major < MIN_NODE) {
    throw new ConfigError(
      `This is Node ${process.versions.node}; Spotsmith needs ${MIN_NODE}. Run it with: npm start`,
    );
  }
  const config = loadConfig(readEnvironment());
  const log = createLogger({ level: config.logLevel, secrets: config.secrets });
  openCompileCache();
  // Heard before any work is taken up: a stop during the start puts work back like any other.
  const stopSignal = firstStopSignal();
  const { openApplication } = await import('./open-application.ts');
  const application = await openApplication(config, log);
  if (application.url !== null) {
    process.stderr.write(`\nSpotsmith is ready: ${config.http.publicUrl}\nPress Ctrl-C to stop.\n\n`);
  }
  void stopSignal.then(async (signal) => {
    log.info({ signal }, 'stopping');
    await application.close();
    log.info({}, 'stopped');
  });
  // Kept for the next start now, not at the end: a server may be killed.
  flushCompileCache();
}

/**
 * The first signal to stop that arrives; a second one ends the process at once. The listeners stay: whoever runs
 * children ends the process itself as soon as nobody else listens.
 */
function firstStopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let isStopping = false;
    const hear = (signal: NodeJS.Signals) => {
      if (isStopping) process.exit(1);
      isStopping = true;
      resolve(signal);
    };
    process.on('SIGINT', hear).on('SIGTERM', hear);
  });
}
