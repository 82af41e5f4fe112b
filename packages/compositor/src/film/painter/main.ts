// The painter's process: one film, one request after the other. It ends when its parent hangs up.
import { enableCompileCache, flushCompileCache } from 'node:module';
import path from 'node:path';

// Half of its start is compiling. The cache lies beside the packages: into a shared temporary directory others could
// write what is run here.
enableCompileCache(path.join(import.meta.dirname, '../../../../../node_modules/.cache/compiled'));
// Loaded only now: what is loaded before is never looked up in the cache.
await import('./answer-requests.ts');
// Kept for the next start now, not at the end: a painter is killed when its film is done.
flushCompileCache();
