import { Permanent, Transient } from '#src/domain/faults.ts';
import { sourceOfModel } from '#src/domain/workflows/shipped-workflows.ts';
import { ProviderProblem } from '../provider-problem.ts';
import type { NodeErrors, OurMark, Refusal, RunError } from './comfyui-answers.ts';

const MODEL_FILE = /\.(safetensors|sft|gguf|ckpt|pth?|bin|onnx)$/i;
const OUT_OF_MEMORY = /OutOfMemory|out of memory|Allocation on device/i;
const NO_SUCH_NODE = /missing_node_type|node ['"]?(?<name>[^'"]+?)['"]? (?:does not exist|not found)/i;
/** Where ComfyUI looks for the file that an input of this name asks for. */
const FOLDERS: [pattern: RegExp, folder: string][] = [
  [/unet|diffusion|^model_name$/i, 'diffusion_models'],
  [/ckpt/i, 'checkpoints'],
  [/clip_vision/i, 'clip_vision'],
  [/clip|text_encoder/i, 'text_encoders'],
  [/vae/i, 'vae'],
  [/lora/i, 'loras'],
  [/control_net/i, 'controlnet'],
  [/upscale/i, 'upscale_models'],
];

/** A graph that ComfyUI does not run, as the fault that tells what mends it. Nothing was made. */
export function problemOfRefusal({ error, node_errors: nodeErrors }: Refusal): ProviderProblem {
  const text = [error?.type, error?.message, error?.details].filter(Boolean).join(' ');
  const missing = NO_SUCH_NODE.exec(text);
  const fault = missing
    ? nodeMissing(missing.groups?.['name'] ?? text)
    : faultOfNodes(nodeErrors, error?.message ?? '');
  return new ProviderProblem('told', fault.message, { fault });
}

/** The errors of nodes that our result hangs on; null when it comes in spite of them. */
export function problemOfNodes(nodeErrors: NodeErrors, outputNode: string): ProviderProblem | null {
  const ours = Object.entries(nodeErrors).filter(
    ([id, { dependent_outputs: outputs }]) => id === outputNode || outputs.includes(outputNode),
  );
  if (ours.length === 0) return null;
  const fault = faultOfNodes(Object.fromEntries(ours), '');
  return new ProviderProblem('told', fault.message, { fault });
}

function faultOfNodes(nodeErrors: NodeErrors, fallback: string): Permanent {
  for (const { errors } of Object.values(nodeErrors)) {
    for (const { type, extra_info: extra } of errors) {
      const { input_name: input = '', received_value: value } = extra ?? {};
      if (type === 'value_not_in_list' && typeof value === 'string' && MODEL_FILE.test(value)) {
        return modelMissing(value, input);
      }
    }
  }
  const [first] = Object.values(nodeErrors);
  const [why] = first?.errors ?? [];
  const words = why ? `${first?.class_type}: ${why.message} ${why.details}` : fallback;
  return new Permanent(
    'workflow_refused',
    `ComfyUI does not run this workflow. ${sentence(words)} Mend it in ComfyUI, export it again and add it in the settings, or choose another model.`,
  );
}

/** Says which file goes where, and where it can be had. */
export function modelMissing(file: string, input: string): Permanent {
  const known = sourceOfModel(file);
  const folder = known?.folder ?? FOLDERS.find(([pattern]) => pattern.test(input))?.[1] ?? '…';
  const where = known === null ? 'put it there' : `download it from ${known.from}`;
  return new Permanent(
    'gpu_model_missing',
    `No file “${file}” in models/${folder}: ${where} and press Try again.`,
  );
}

/** Says what to install. */
export function nodeMissing(name: string): Permanent {
  return new Permanent(
    'gpu_node_missing',
    `ComfyUI has no node “${name.slice(0, 100)}”. Install its custom nodes with the ComfyUI-Manager, or update ComfyUI, then press Try again.`,
  );
}

/** A run that failed, where we know what mends it; else nothing, and its own words are shown. */
export function faultOfRun(
  { exception_type: type, exception_message: message }: RunError,
  mark: OurMark | null,
): { fault?: Transient } {
  if (!OUT_OF_MEMORY.test(`${type} ${message}`)) return {};
  const size = mark === null ? '' : ` at ${mark.size}`;
  return {
    fault: new Transient(
      'gpu_out_of_memory',
      `The graphics card ran out of memory${size}. Close what else uses it, choose a smaller model, or press Try again.`,
      { retryAfterMs: 1_000 },
    ),
  };
}

/** It ran through and saved nothing where the result was expected. */
export function nothingSaved(mark: OurMark | null): Permanent {
  const node = mark === null ? '' : ` at node ${mark.output}`;
  return new Permanent(
    'gpu_no_output',
    `The workflow ran through and saved nothing${node}. In the settings choose the node that saves the result.`,
  );
}

function sentence(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, 300);
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
