import { setLight } from '../color/light.ts';
import { litWall, paintFlatLay, paintFloor, paintWall, type Surface } from './surface-scene.ts';
import { tone, type PaintScenery } from './stage.ts';
import { paintWord } from './word.ts';

/** Seamless studio paper under one large soft light. */
export const paintSweep: PaintScenery = (stage) => {
  const paper = tone(stage, 0.9, 0.055);
  const surface: Surface = (_u, _v, _footprint, out) => setLight(out, paper);
  const wall = litWall(stage, tone(stage, 0.965, 0.03), tone(stage, 0.8, 0.075), { radius: 1.05 });
  const isFlat = stage.staging === 'flat-lay';
  const backdrop = isFlat
    ? paintFlatLay(stage, { surface, bright: 1.14, dim: 0.72, cell: 8 })
    : paintWall(stage, wall);
  const floor = isFlat
    ? null
    : paintFloor(stage, {
        surface,
        wall,
        gloss: 0.1,
        bright: 1.12,
        dim: 0.72,
        poolRadius: 1.0,
        seam: 0,
        horizonSoftness: 0.16,
        cell: 4,
      });
  return {
    backdrop,
    floor,
    set: isFlat ? null : paintWord(stage, { lightness: 0.72, chroma: 0.115 }),
    sprites: [],
    light: {
      key: 0.55,
      exposure: 1.02,
      rim: null,
      ambient: tone(stage, 0.93, 0.05),
      shadow: '38,22,24',
      shadowStrength: 0.72,
      reflection: isFlat ? 0 : 0.16,
      reflectionBlur: 0.008,
      castLength: 0,
    },
    isDark: false,
  };
};
