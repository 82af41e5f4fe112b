/** @public Vitest calls it as the global set-up: the embedded database that the server's tests copy, for these too. */
export { setup } from '../../../server/test/support/embedded-for-all.ts';
