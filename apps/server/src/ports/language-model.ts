import type { Micros } from '../domain/money.ts';
import type { Question } from '../domain/question.ts';

/** A language model that answers one question with JSON, or with a text that should have been JSON. */
export type LanguageModel = {
  provider: string;
  model: string;
  /** The most one answer can cost. */
  maxMicros: Micros;
  /** Never asks twice by itself when it is paid. Throws NoAnswer. */
  ask(question: Question<unknown>, signal: AbortSignal): Promise<{ answer: unknown; micros: Micros }>;
};

/** The question has no answer. `micros` is what it may have cost all the same. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
  readonly micros: Micros;

  constructor(micros: Micros, options: ErrorOptions) {
    super('The language model gave no answer.', options);
    this.micros = micros;
  }
}
