import { z } from 'zod';

/** What ComfyUI answers, read tolerantly: versions differ, and custom nodes add what they like. */

/** `[number, prompt_id, graph, extra_data, outputs]`, in the queue as in the history. */
const Entry = z
  .array(z.unknown())
  .min(2)
  .transform(([number, id, , extra]) => ({
    /** Less comes first. */
    number: Number(number),
    id: String(id),
    mark: Mark.safeParse(extra).data?.spotsmith ?? null,
  }));

/** What we write on our own work: by it, it is told from other people's, and read again after a crash. */
export const OurMark = z.object({ workflow: z.string(), output: z.string(), size: z.string() });
export type OurMark = z.infer<typeof OurMark>;
const Mark = z.object({ spotsmith: OurMark });

export const Queue = z.object({ queue_running: z.array(Entry), queue_pending: z.array(Entry) });
export type Queue = z.infer<typeof Queue>;

const OutputFile = z.object({
  filename: z.string().min(1),
  subfolder: z.string().default(''),
  type: z.string().default('output'),
});
export type OutputFile = z.infer<typeof OutputFile>;

/** Pictures, videos and the rest lie under names that differ from node to node: every list is looked through. */
const NodeOutput = z.record(z.string(), z.unknown()).transform((output) =>
  Object.values(output)
    .filter(Array.isArray)
    .flat()
    .flatMap((file) => OutputFile.safeParse(file).data ?? []),
);

const RunError = z.object({
  node_id: z.coerce.string().default(''),
  node_type: z.string().default(''),
  exception_type: z.string().default(''),
  exception_message: z.string().default(''),
});
export type RunError = z.infer<typeof RunError>;

const Status = z.object({
  status_str: z.string().nullish(),
  messages: z.array(z.tuple([z.string(), z.record(z.string(), z.unknown())])).catch([]),
});

export const HistoryEntry = z.object({
  prompt: Entry,
  outputs: z.record(z.string(), NodeOutput).catch({}),
  status: Status.nullish(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;
export const History = z.record(z.string(), HistoryEntry);

/** What the last message of a run says went wrong. */
export function runErrorOf(message: Record<string, unknown>): RunError {
  return RunError.parse(message);
}

export const NodeErrors = z.record(
  z.string(),
  z.object({
    class_type: z.string().default(''),
    dependent_outputs: z.array(z.coerce.string()).default([]),
    errors: z
      .array(
        z.object({
          type: z.string().default(''),
          message: z.string().default(''),
          details: z.string().default(''),
          extra_info: z
            .object({ input_name: z.string().optional(), received_value: z.unknown().optional() })
            .nullish(),
        }),
      )
      .default([]),
  }),
);
export type NodeErrors = z.infer<typeof NodeErrors>;

export const Queued = z.object({ prompt_id: z.string(), node_errors: NodeErrors.catch({}) });

export const Refusal = z.object({
  error: z
    .union([
      z.object({
        type: z.string().default(''),
        message: z.string().default(''),
        details: z.string().default(''),
      }),
      z.string().transform((message) => ({ type: '', message, details: '' })),
    ])
    .optional(),
  node_errors: NodeErrors.catch({}).default({}),
});
export type Refusal = z.infer<typeof Refusal>;

export const Uploaded = z.object({ name: z.string().min(1), subfolder: z.string().default('') });

export const SystemStats = z.object({
  system: z.object({ comfyui_version: z.string().nullish() }),
  devices: z
    .array(
      z.object({
        name: z.string(),
        vram_total: z.number().default(0),
        vram_free: z.number().default(0),
      }),
    )
    .default([]),
});
export type SystemStats = z.infer<typeof SystemStats>;

/** What a class of nodes takes: of each input the values it can have, where it has a list of them. */
export const ObjectInfo = z.record(
  z.string(),
  z.object({
    input: z.object({
      required: z.record(z.string(), z.unknown()).nullish(),
      optional: z.record(z.string(), z.unknown()).nullish(),
    }),
  }),
);
