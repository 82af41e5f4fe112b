import type { HostedModel } from '#src/domain/catalogue/catalogue.ts';
import type { ModelInput } from '#src/domain/catalogue/model-input.ts';
import type { BillingFacts } from '#src/domain/catalogue/price.ts';
import type { Permanent, Transient } from '#src/domain/faults.ts';
import type { HostedProviderId } from '#src/domain/providers.ts';
import type { Sight } from '#src/ports/makers.ts';

/**
 * A provider of hosted models, as little of it as the pay-once protocol needs. Each method is one request (a list may
 * take several) and never repeats it by itself. All throw ProviderProblem; of kind `unknown` when the answer was lost.
 * `test/hosted/hosted-provider.contract.ts` holds every provider to this.
 */
export type HostedProvider = {
  id: HostedProviderId;
  /** Creates a call, and pays for it. */
  create(order: CallOrder): Promise<ProviderCall>;
  /** Only for machines of our own, which do one thing at a time: waits until one is free for the create that follows. */
  waitForMachine?(attemptId: string, signal: AbortSignal, told: WaitTold): Promise<void>;
  /**
   * Only for machines that can be watched: tells what is seen of a call of this model until that is stopped. Never throws:
   * whatever it misses or is told wrongly, `get` is the truth.
   */
  watch?(id: string, model: string, onSight: (sight: Sight) => void): StopWatching;
  get(id: string, signal: AbortSignal): Promise<ProviderCall>;
  /** Asks for the end of a call; whether it ended, `get` tells. */
  cancel(id: string): Promise<void>;
  /** How a call whose answer was lost is found again. */
  recovery: FoundInList | FoundByAttempt | KeptByUs;
  /** Puts a file where the provider's models can read it, free, under a mark. Returns its address. */
  upload(path: string, mimeType: string, mark: string, signal: AbortSignal): Promise<string>;
  /** Whether finished files may be fetched from there. */
  isFileSource(url: URL): boolean;
  /** What has to be said to fetch them, e.g. to a proxy; nothing by default. */
  fileHeaders?: Readonly<Record<string, string>>;
  /** What webhooks call a call, where that is not its id. */
  nameInWebhooks?(id: string): string;
  /** The name of the call that a webhook speaks of; null when the webhook is not genuine. */
  verifyWebhook(headers: WebhookHeaders, rawBody: string): Promise<string | null>;
  /** Who the key belongs to, in a few words. Free: it shows that the key is good. */
  account(): Promise<string>;
  /** What the catalogue and the provider's own documents disagree about, in sentences. Free. */
  disagreements(models: readonly CalledModel[]): Promise<string[]>;
};

/** As much of a model as its calls are made of. */
export type CalledModel = Pick<HostedModel, 'id' | 'version' | 'map' | 'fixed'>;

/** The provider names calls itself: a lost one is recognised in its list. */
export type FoundInList = {
  by: 'list';
  /**
   * Every call created so long ago or later, by the provider's own clock, newest first: one whose answer was lost can be
   * found again, whatever our clock says. Of all models, or of the one that is named.
   */
  listSince(agoMs: number, signal: AbortSignal, model: string): Promise<ListedCall[]>;
  /** Whether a call that the list does not hold was certainly never made. */
  isComplete: boolean;
  /** How long after its creation a call can still be found in that list by its input, in milliseconds. */
  memoryMs: number;
  /** How what was uploaded under a mark is recognised by its address. */
  uploadedUnder(mark: string, signal: AbortSignal): Promise<(address: string) => boolean>;
};

/**
 * A call bears the id of its attempt: `get` finds it, and to create it again while it is known there takes it up. What is
 * not known there any more was forgotten, at no cost, and is made again.
 */
export type FoundByAttempt = {
  by: 'attempt';
  /** How long a create whose answer was lost may still be on its way, in milliseconds. */
  arrivesWithinMs: number;
};

/**
 * The provider answers a create with the result itself and knows of no call afterwards. A call bears the id of its attempt; `get` finds
 * what we kept of its answer: the result, or `expired` for one that was certainly refused. Of any other nobody can tell.
 */
export type KeptByUs = { by: 'answer' };

/** While a machine is waited for: why nothing answers, or how many works come before. */
export type WaitTold = { onTrouble(message: string): void; onAhead(count: number): void };
export type StopWatching = () => void;

export type WebhookHeaders = Record<string, string | string[] | undefined>;

/** What is created. Community models are called by their version. */
export type CallOrder = {
  attemptId: string;
  model: string;
  version: string | null;
  input: ModelInput;
  /** Counted from creation; the provider stops the run by itself then. */
  cancelAfterSeconds: number;
  /** Where it may report progress. The attempt's id stands in it. */
  webhook: string | null;
};

export type ProviderCall = {
  id: string;
  /** `expired`: dropped before it ran, so it cost nothing. */
  status: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'expired';
  /** Addresses of the finished files, or what a language model wrote. */
  fileUrls: string[];
  text: string;
  /** Why it failed, and what it logged, in the provider's words; empty when it says nothing. */
  error: string;
  logs: string;
  /** Why it failed in our own words, with what mends it, where we know; else `error` is shown. */
  fault?: Permanent | Transient;
  /** How long ago it was made and began to run, by the provider's own clock; null when it does not say. */
  createdAgoMs: number | null;
  startedAgoMs: number | null;
  /** Of one that is queued: how many the provider does before it, where it says so. */
  ahead?: number;
  /** It came to the deadline that it was given; otherwise, when it was cancelled, somebody cancelled it. */
  isPastDeadline: boolean;
  /** The result is there no more. */
  isRemoved: boolean;
  facts: BillingFacts;
  /** The provider says that it bills nothing for it. */
  isFree?: boolean;
};

/** A call of the list, with what it can be recognised by. */
export type ListedCall = ProviderCall & {
  /** The names it may be known by: of the model, of its version. */
  models: string[];
  input: Record<string, unknown>;
  webhook: string | null;
};

/** Nothing more will happen to it. */
export function isOver({ status }: ProviderCall): boolean {
  return status !== 'queued' && status !== 'running';
}

/** A call of which no more is known yet than how it stands. */
export function callOf(id: string, status: ProviderCall['status']): ProviderCall {
  return {
    id,
    status,
    fileUrls: [],
    text: '',
    error: '',
    logs: '',
    createdAgoMs: null,
    startedAgoMs: null,
    isPastDeadline: false,
    isRemoved: false,
    facts: {},
  };
}
