import type { Workflow } from '#src/domain/workflows/workflow.ts';
import type { ComfyuiCard } from './comfyui-card.ts';
import { ProviderProblem } from '../provider-problem.ts';
import { modelMissing, nodeMissing } from './comfyui-faults.ts';

/**
 * What a card has to be given before it can run these workflows, in sentences, by workflow: the nodes and the files of
 * models, held against the lists that ComfyUI itself checks a graph by. Throws ProviderProblem.
 */
export async function missingParts(
  card: Pick<ComfyuiCard, 'nodeClass'>,
  workflows: readonly Workflow[],
): Promise<Map<string, string[]>> {
  const classes = new Map<string, Awaited<ReturnType<ComfyuiCard['nodeClass']>>>();
  const names = new Set(
    workflows.flatMap(({ graph }) => Object.values(graph).map((node) => node.class_type)),
  );
  await Promise.all([...names].map(async (name) => classes.set(name, await card.nodeClass(name))));
  return new Map(
    workflows.map(({ id, graph }) => {
      const troubles = Object.values(graph).flatMap(({ class_type: name, inputs }) => {
        const found = classes.get(name);
        if (!found) return [nodeMissing(name).message];
        return Object.entries({ ...found.input.required, ...found.input.optional }).flatMap(
          ([input, told]) => {
            const value = inputs[input];
            const choices = choicesOf(told);
            const isMissing =
              typeof value === 'string' && MODEL_FILE.test(value) && choices?.includes(value) === false;
            return isMissing ? [modelMissing(value, input).message] : [];
          },
        );
      });
      return [id, [...new Set(troubles)]];
    }),
  );
}

/** The same over several cards: of each workflow what the card lacks that lacks least. Null while none answers. */
export async function leastMissing(
  cards: readonly ComfyuiCard[],
  workflows: readonly Workflow[],
): Promise<Map<string, string[]> | null> {
  const least = new Map<string, string[]>();
  for (const card of cards) {
    try {
      for (const [id, parts] of await missingParts(card, workflows)) {
        if (parts.length < (least.get(id)?.length ?? Infinity)) least.set(id, parts);
      }
    } catch (error) {
      if (!(error instanceof ProviderProblem)) throw error;
    }
  }
  return least.size === 0 ? null : least;
}

const MODEL_FILE = /\.(safetensors|sft|gguf|ckpt|pth?|bin|onnx)$/i;

/** `[["a", "b"], …]` in older versions, `["COMBO", { options: ["a", "b"] }]` in newer ones. */
function choicesOf(told: unknown): string[] | null {
  if (!Array.isArray(told)) return null;
  const [kind, more] = told as unknown[];
  const options = typeof more === 'object' && more !== null && 'options' in more ? more.options : null;
  const choices = Array.isArray(kind) ? kind : options;
  return Array.isArray(choices) ? choices.map(String) : null;
}
