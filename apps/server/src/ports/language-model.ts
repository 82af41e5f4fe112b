import type { Micros } from '../domain/money.ts';
import type { Question } from '../domain/question.ts';

/** A language model that answers one question with JSON, or with a text that should have been JSON. */
export type LanguageModel = {
  provider: string;
  model: string;
  /** The most one answer can cost. */
  maxMicros: Micros;
  /** As far as is known: a picture is left out of a question to one that sees none. */
  seesPictures: boolean;
  /** Never asks twice by itself when it is paid, but after a refusal that taught it what the model takes. */
  ask(question: Question<unknown>, signal: AbortSignal): Promise<Reply>;
};

/** An answer, or why there is none, in a sentence where that is known; with what it cost, or may have cost. */
export type Reply = ({ answer: unknown } | { fault: unknown }) & { micros: Micros };
