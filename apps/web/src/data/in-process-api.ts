/**
 * The API in the same process, put here by the server that mounts this app. Rendering calls it directly:
 * no port to know, no network in between.
 */
export type InProcessApi = {
  call: (request: { path: string; cookie: string }) => Promise<{ status: number; body: string }>;
  /** Origins beside this one that media comes from, e.g. the bucket's. */
  mediaOrigins: readonly string[];
};

const KEY = Symbol.for('spotsmith.in-process-api');

export function inProcessApi(): InProcessApi | undefined {
  return (globalThis as { [KEY]?: InProcessApi })[KEY];
}
