import { SceneDirection } from '@spotsmith/contract/scene';
import { TONES, VIEWS } from '@spotsmith/contract/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeBriefByRules } from '#src/domain/brief/write-brief-by-rules.ts';
import { planFromDraft, type PlanRequest } from './plan-draft.ts';
import { planScenesByRules } from './plan-scenes-by-rules.ts';

const brief = writeBriefByRules({
  prompt: 'Crema, the espresso cup for slow mornings, handmade in Porto',
  photoCount: 1,
  brandColours: [],
  styleKeywords: [],
  numImages: 6,
  seed: 7,
});
const sixImages = VIEWS.map((view) => ({ id: `image-${view}`, view }));

function aRequest(more: Partial<PlanRequest> = {}): PlanRequest {
  return {
    brief,
    images: sixImages,
    scenePrompt: '',
    clipSeconds: null,
    targetSeconds: 15,
    seed: 7,
    ...more,
  };
}
const sum = (scenes: { seconds: number }[]) =>
  Math.round(scenes.reduce((total, { seconds }) => total + seconds, 0) * 10) / 10;

describe('the scene planner', () => {
  test('opens on life, closes on the clear front view, and uses every approved image once', () => {
    const { scenes, musicMood } = planScenesByRules(aRequest());
    expect(scenes.map(({ image_id, role }) => `${image_id} ${role}`)).toEqual([
      'image-lifestyle hook',
      'image-side product',
      'image-back benefit',
      'image-top proof',
      'image-detail benefit',
      'image-front cta',
    ]);
    expect(scenes.at(-1)?.on_screen_text).toBe('Order now');
    expect(musicMood).toBe('lo-fi');
  });

  test.each([6, 10, 15, 30])('fills a target of %i seconds exactly', (targetSeconds) => {
    for (const count of [2, 3, 4, 5, 6]) {
      const { scenes } = planScenesByRules(aRequest({ targetSeconds, images: sixImages.slice(0, count) }));
      expect(sum(scenes)).toBe(Math.min(targetSeconds, 6 * count));
    }
  });

  test('gives every scene the asked-for length when there is one', () => {
    const { scenes } = planScenesByRules(aRequest({ clipSeconds: 3, targetSeconds: 6 }));
    expect(scenes.map(({ seconds }) => seconds)).toEqual([3, 3, 3, 3, 3, 3]);
  });

  test('works the scene prompt into every motion prompt', () => {
    const { scenes } = planScenesByRules(aRequest({ scenePrompt: 'steam rising at golden hour.' }));
    expect(
      scenes.every(({ motion_prompt }) => motion_prompt.includes('Scene: steam rising at golden hour.')),
    ).toBe(true);
  });

  test('is valid and keeps the rules whatever it is asked', () => {
    const request = fc.record({
      brief: fc.constantFrom(...TONES).map((tone) => ({ ...brief, tone })),
      images: fc
        .array(fc.constantFrom(...VIEWS, null), { minLength: 1, maxLength: 8 })
        .map((views) => views.map((view, index) => ({ id: `image-${index}`, view }))),
      scenePrompt: fc.string({ maxLength: 500 }),
      clipSeconds: fc.option(fc.double({ min: 2, max: 6, noNaN: true })),
      targetSeconds: fc.constantFrom(6, 10, 15, 30),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(request, (asked) => {
        const { scenes } = planScenesByRules(asked);
        for (const scene of scenes) expect(SceneDirection.safeParse(scene).error).toBeUndefined();
        expect(scenes.filter(({ role }) => role === 'cta')).toHaveLength(1);
        expect(scenes.at(-1)?.role).toBe('cta');
        expect(scenes.length).toBeLessThanOrEqual(6);
        for (const [index, scene] of scenes.entries())
          expect(scene.camera).not.toBe(scenes[index - 1]?.camera);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a plan from elsewhere', () => {
  const scene = {
    role: 'cta',
    shot: 'wide',
    camera: 'orbit',
    motion_prompt: 'Turn <lora:x:1> slowly',
    motion_intensity: 4,
    seconds: 60,
    on_screen_text: 'Clinically proven by nine out of ten doctors everywhere',
  } as const;

  test('keeps one call to action at the end, varied cameras, the length and plain short text', () => {
    const draft = {
      scenes: sixImages.slice(0, 3).map(({ id }) => ({ ...scene, image_id: id })),
      musicMood: 'calm',
    } as const;
    const { scenes } = planFromDraft(draft, aRequest());
    expect(scenes.map(({ role }) => role)).toEqual(['hook', 'benefit', 'cta']);
    expect(scenes.map(({ camera }) => camera)).toEqual(['orbit', 'float', 'orbit']);
    expect(scenes.map(({ seconds }) => seconds)).toEqual([5, 5, 5]);
    expect(scenes[0]).toMatchObject({ motion_prompt: 'Turn slowly', motion_intensity: 1 });
    expect(scenes.every(({ on_screen_text }) => on_screen_text.length <= 40)).toBe(true);
    expect(scenes.at(-1)?.on_screen_text).toBe('Order now');
  });

  test('cannot use a picture twice or one that nobody approved', () => {
    const ids = ['image-front', 'image-front', 'image-of-somebody-else', 'image-side'];
    const draft = { scenes: ids.map((id) => ({ ...scene, image_id: id })), musicMood: 'calm' } as const;
    expect(planFromDraft(draft, aRequest()).scenes.map(({ image_id }) => image_id)).toEqual([
      'image-front',
      'image-side',
    ]);
    expect(() => planFromDraft({ scenes: [], musicMood: 'calm' }, aRequest())).toThrow(RangeError);
  });
});
