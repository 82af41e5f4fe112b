import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const READY = /Server listening at (http:\/\/[^"\s]+)/;

export type RunningServer = {
  /** Null for a worker. */
  url: string | null;
  pid: number;
  /** Everything it printed so far. */
  output(): string;
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
  /** Sends the signal and waits for the end; returns the exit code, or the signal that ended it. */
  stop(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
};

/**
 * Runs the real server as a process of its own, with pictures a quarter of the size. `ready` is what it prints when it
 * takes work. Rejects with what it printed when it ends before that.
 */
export async function runServer(
  environment: Record<string, string>,
  ready: RegExp = READY,
): Promise<RunningServer> {
  const child = spawn(process.execPath, ['--no-warnings', MAIN], {
    env: {
      NODE_ENV: 'production',
      PATH: process.env['PATH'],
      CANVAS_SCALE: '0.25',
      WEB_APP: 'off',
      PORT: '0',
      // Which chips this machine has is no matter of these tests, and to try them takes longer than to start.
      VIDEO_ENCODER: 'software',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  let output = '';
  const match = new Promise<RegExpExecArray>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = ready.exec(output);
      if (found !== null) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then((how) => reject(new Error(`The server ended with ${how}:\n${output}`)));
  });
  const found = await match;
  return {
    url: found[1] ?? null,
    pid: child.pid ?? 0,
    output: () => output,
    ended,
    stop(signal) {
      child.kill(signal);
      return ended;
    },
  };
}
