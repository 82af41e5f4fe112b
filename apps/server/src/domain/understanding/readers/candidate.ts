import type { Span } from '#src/domain/understanding/reading.ts';

/** A name that was found, and whether a person should be asked. */
export type Candidate = { span: Span; isUnsure: boolean };
