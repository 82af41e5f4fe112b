import type { Duration, HostedModel } from '#src/domain/catalogue/catalogue.ts';
import { linkOf } from './graph.ts';
import { boundTo, type Workflow } from './workflow.ts';

const PIXELS_OF_A_MEGAPIXEL = 1024 * 1024;
/** Where a graph does not say: what most open video models were trained at. */
const USUAL_FPS = 16;
const SVD_FRAMES = 25;

/** A workflow as a model of the catalogue, so that all that is true of hosted models is true of it. It costs nothing. */
export function modelOfWorkflow(workflow: Workflow): HostedModel {
  const has = (slot: Parameters<typeof boundTo>[1]) => boundTo(workflow, slot).length > 0;
  const pictures = has('second_picture') ? 2 : 1;
  const isClip = workflow.kind === 'clip';
  const { multiple, frameStep } = gridOf(workflow);
  const [width, height] = [numberAt(workflow, 'width'), numberAt(workflow, 'height')];
  const duration = isClip ? durationOf(workflow, frameStep) : null;
  return {
    id: workflow.id,
    name: workflow.name,
    provider: 'comfyui',
    kind: workflow.kind,
    default_for: [],
    is_thrifty: false,
    map: {
      ...(has('prompt') && { prompt: 'prompt' }),
      ...(has('negative') && { negative_prompt: 'negative' }),
      ...(has('seed') && { seed: 'seed' }),
      ...(!isClip &&
        has('picture') && {
          reference: { key: 'picture', max: pictures, is_list: pictures > 1, is_faithful: true },
        }),
      ...(isClip && { first_frame: 'picture' }),
      ...(duration && { duration }),
      // The strongest and the weakest that SVD was shown to take well.
      ...(has('motion') && { motion: { key: 'motion', min: 40, max: 180 } }),
      ...(width !== null &&
        height !== null && {
          size: {
            width: 'width',
            height: 'height',
            megapixels: (width * height) / PIXELS_OF_A_MEGAPIXEL,
            multiple,
          },
        }),
    },
    fixed: {},
    output: 'string',
    price: { by: 'nothing' },
    price_as_of: '',
    source: 'your own graphics card',
  };
}

/** Nearly all models take sizes in steps of 16 and 4n + 1 frames; LTX-Video and SVD want coarser ones. */
function gridOf({ graph }: Workflow): { multiple: number; frameStep: number } {
  const classes = Object.values(graph).map(({ class_type: name }) => name);
  if (classes.some((name) => name.startsWith('LTX'))) return { multiple: 32, frameStep: 8 };
  if (classes.some((name) => name.startsWith('SVD'))) return { multiple: 64, frameStep: 4 };
  return { multiple: 16, frameStep: 4 };
}

/**
 * How long clips can be: by their frames, at the graph's own speed and up to the graph's own length, which its author found
 * to fit. SVD always makes 25 frames; there only the speed changes.
 */
function durationOf(workflow: Workflow, frameStep: number): Duration | null {
  const frames = numberAt(workflow, 'frames');
  if (frames === null) return null;
  const isSvd = Object.values(workflow.graph).some(({ class_type: name }) => name.startsWith('SVD'));
  if (isSvd && frames === SVD_FRAMES && numberAt(workflow, 'fps') !== null) {
    return { key: 'fps', unit: 'fps-of-25-frames', allowed: [12, 10, 9, 8, 7, 6, 5] };
  }
  const steps = Math.max(1, Math.floor((frames - 1) / frameStep));
  const allowed = Array.from({ length: steps }, (_, step) => frameStep * (step + 1) + 1);
  return { key: 'frames', unit: 'frames', fps: fpsOf(workflow), allowed };
}

/** At the node that writes the file, whether or not we fill it. */
function fpsOf(workflow: Workflow): number {
  const bound = numberAt(workflow, 'fps');
  if (bound !== null) return bound;
  const inputs = Object.values(workflow.graph).map((node) => node.inputs['fps'] ?? node.inputs['frame_rate']);
  const found = inputs.find((value) => linkOf(value) === null && typeof value === 'number' && value > 0);
  return typeof found === 'number' ? found : USUAL_FPS;
}

function numberAt(workflow: Workflow, slot: Parameters<typeof boundTo>[1]): number | null {
  const [first] = boundTo(workflow, slot);
  return typeof first?.value === 'number' && first.value > 0 ? first.value : null;
}
