import { MAX_CLIP_SECONDS } from '@spotsmith/contract/limits';
import type { Brief } from '@spotsmith/contract/brief';
import type { SceneDirection } from '@spotsmith/contract/scene';
import type { CameraMove, SceneRole, Shot, Tone, View } from '@spotsmith/contract/words';
import { MUSIC_OF_TONE } from '#src/domain/brief/tones.ts';
import { randomFrom } from '#src/domain/random.ts';
import { planFromDraft, sceneCount, type PlanRequest, type ScenePlan } from './plan-draft.ts';

/** How a view is best filmed. The first of `cameras` suit it most. */
type Filming = { shot: Shot; cameras: readonly CameraMove[] };
const FILMING: Record<View, Filming> = {
  front: { shot: 'medium', cameras: ['push-in', 'orbit', 'light-sweep', 'float'] },
  side: { shot: 'medium', cameras: ['pan-right', 'orbit', 'light-sweep', 'pan-left'] },
  back: { shot: 'medium', cameras: ['orbit', 'pan-left', 'light-sweep', 'push-in'] },
  top: { shot: 'overhead', cameras: ['crane', 'pull-out', 'float', 'push-in'] },
  detail: { shot: 'macro', cameras: ['rack-focus', 'light-sweep', 'tilt-up', 'push-in'] },
  lifestyle: { shot: 'wide', cameras: ['push-in', 'float', 'pan-left', 'pull-out'] },
};

/** Which views open and close an ad best. */
const OPENERS: readonly View[] = ['lifestyle', 'detail', 'top', 'side', 'back', 'front'];
const CLOSERS: readonly View[] = ['front', 'side', 'lifestyle', 'back', 'top', 'detail'];

const MIDDLE_ROLES: readonly SceneRole[] = ['product', 'benefit', 'proof', 'benefit'];
/** Shorter opening, room to read the call to action. */
const WEIGHT: Record<SceneRole, number> = {
  hook: 0.9,
  problem: 1,
  product: 1.05,
  benefit: 1,
  proof: 1,
  cta: 1.25,
};

const INTENSITY: Record<Tone, number> = {
  energetic: 0.75,
  playful: 0.65,
  cinematic: 0.5,
  fresh: 0.5,
  professional: 0.4,
  calm: 0.35,
  relaxed: 0.35,
  luxurious: 0.3,
};

const MOVES_IN_WORDS: Record<CameraMove, string> = {
  static: 'The camera stands still',
  'push-in': 'The camera pushes in slowly',
  'pull-out': 'The camera pulls back slowly',
  'pan-left': 'The camera glides to the left',
  'pan-right': 'The camera glides to the right',
  'tilt-up': 'The camera tilts up along the product',
  'tilt-down': 'The camera tilts down along the product',
  orbit: 'The camera arcs around the product',
  float: 'The product floats gently',
  'light-sweep': 'A band of light sweeps over the product',
  'rack-focus': 'Focus moves from the foreground to the product',
  handheld: 'The camera breathes as if held by hand',
  crane: 'The camera rises',
};

/**
 * Plans the ad without any model: opens on the liveliest picture, closes on the clearest, and gives every picture a
 * camera move that suits its view. The same request always gives the same plan.
 */
export function planScenesByRules(request: PlanRequest): ScenePlan {
  const { brief } = request;
  const random = randomFrom(request.seed);
  const images = inPlayingOrder(request.images);
  const count = sceneCount(request);
  const chosen = images.length > count ? [...images.slice(0, count - 1), ...images.slice(-1)] : images;
  let previous: CameraMove | null = null;
  const scenes = chosen.map(({ id, view }, index) => {
    const role = roleOf(index, chosen.length, brief);
    const filming = FILMING[view ?? 'front'];
    const camera = chooseCamera(filming.cameras, previous, random());
    previous = camera;
    const nudge = role === 'hook' ? 0.1 : role === 'cta' ? -0.15 : 0;
    return {
      image_id: id,
      role,
      shot: filming.shot,
      camera,
      motion_prompt: motionPrompt(camera, brief, request.scenePrompt),
      motion_intensity: INTENSITY[brief.tone] + nudge,
      seconds: WEIGHT[role] * MAX_CLIP_SECONDS,
      on_screen_text: textFor(role, index, brief),
    } satisfies SceneDirection & { image_id: string };
  });
  return planFromDraft({ scenes, musicMood: MUSIC_OF_TONE[brief.tone] }, request);
}

/** The best opener first, the best closer last, the others as they were approved. */
function inPlayingOrder(images: PlanRequest['images']): PlanRequest['images'] {
  if (images.length < 2) return images;
  const closer = bestOf(images, CLOSERS);
  const withoutCloser = images.filter((image) => image !== closer);
  const opener = bestOf(withoutCloser, OPENERS);
  return [opener, ...withoutCloser.filter((image) => image !== opener), closer].filter(
    (image) => image !== undefined,
  );
}

function bestOf(
  images: PlanRequest['images'],
  order: readonly View[],
): PlanRequest['images'][number] | undefined {
  const rank = (view: View | null) => (view === null ? order.length : order.indexOf(view));
  return images.toSorted((a, b) => rank(a.view) - rank(b.view))[0];
}

function roleOf(index: number, count: number, brief: Brief): SceneRole {
  if (index === count - 1) return 'cta';
  if (index === 0) return 'hook';
  const role = MIDDLE_ROLES[(index - 1) % MIDDLE_ROLES.length] ?? 'benefit';
  return role === 'proof' && brief.claims.length === 0 ? 'product' : role;
}

/** Mostly the first choice, sometimes the second, never the one just used. */
function chooseCamera(
  cameras: readonly CameraMove[],
  previous: CameraMove | null,
  chance: number,
): CameraMove {
  const allowed = cameras.filter((camera) => camera !== previous);
  return allowed[Math.floor(chance ** 2 * allowed.length)] ?? 'push-in';
}

function motionPrompt(camera: CameraMove, brief: Brief, scenePrompt: string): string {
  const scene = scenePrompt.trim().replace(/[.\s]+$/, '');
  return [
    `${MOVES_IN_WORDS[camera]}, ${brief.tone} pace.`,
    scene ? `Scene: ${scene}.` : '',
    `${brief.product.name} keeps its shape, colours and print; nothing else appears.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Only the user's own words: claims and the name. The call to action is put in by `planFromDraft`. */
function textFor(role: SceneRole, index: number, brief: Brief): string {
  switch (role) {
    case 'hook':
    case 'problem':
    case 'cta':
      return '';
    case 'product':
      return index === 1 ? brief.product.name : '';
    case 'benefit':
    case 'proof': {
      const claim = brief.claims[index - 2] ?? '';
      return claim.length <= 40 ? claim : '';
    }
  }
}
