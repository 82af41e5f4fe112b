import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/** Beside the packages: into a shared temporary directory others could write what is run here. */
const DIRECTORY = join(import.meta.dirname, '../../../node_modules/.cache/compiled');

/** Keeps what Node compiles from here on for the next start. Call it before the application is loaded. */
export function openCompileCache(): void {
  enableCompileCache(DIRECTORY);
}
