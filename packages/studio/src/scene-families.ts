export const SCENE_FAMILY_IDS = [
  'sweep',
  'spotlight',
  'colour-block',
  'podium',
  'bokeh',
  'window',
  'energy',
  'marble',
  'wood',
  'silk',
  'water',
  'mesh',
  'sky',
  'neon',
  'card-frame',
  'card-polaroid',
  'card-split',
  'card-bleed',
] as const;
export type SceneFamilyId = (typeof SCENE_FAMILY_IDS)[number];

/** How a product is held in the picture: on a floor, in the air before a wall, or lying on a surface seen from above. */
export type Staging = 'floor' | 'float' | 'flat-lay';

export interface SceneFamily {
  id: SceneFamilyId;
  name: string;
  /** One sentence for the person who chooses. */
  character: string;
  key: 'light' | 'dark' | 'colour';
  stagings: readonly [Staging, ...Staging[]];
  /** Tones this family suits best, from `TONES`. */
  suits: readonly Tone[];
}

export const TONES = [
  'energetic',
  'calm',
  'luxury',
  'playful',
  'corporate',
  'cinematic',
  'natural',
  'tech',
] as const;
export type Tone = (typeof TONES)[number];

/** All scene families, cut-out scenes first, then the layouts for whole photos. */
export const SCENE_FAMILIES: readonly SceneFamily[] = [
  {
    id: 'sweep',
    name: 'Paper sweep',
    character: 'Seamless studio paper, one big soft light. Quiet and clear.',
    key: 'light',
    stagings: ['floor', 'flat-lay'],
    suits: ['calm', 'corporate', 'natural', 'tech'],
  },
  {
    id: 'spotlight',
    name: 'Spotlight',
    character: 'Dark stage, haze and a beam from above. For a reveal.',
    key: 'dark',
    stagings: ['floor', 'float'],
    suits: ['luxury', 'cinematic', 'tech', 'energetic'],
  },
  {
    id: 'colour-block',
    name: 'Colour block',
    character: 'Bold flat colours and a disc. Graphic, young.',
    key: 'colour',
    stagings: ['float'],
    suits: ['playful', 'energetic', 'corporate'],
  },
  {
    id: 'podium',
    name: 'Podium',
    character: 'Matte plinths under an arch, a skylight from the left.',
    key: 'light',
    stagings: ['floor'],
    suits: ['calm', 'luxury', 'playful', 'natural'],
  },
  {
    id: 'bokeh',
    name: 'City lights',
    character: 'Night lights out of focus above a wet floor.',
    key: 'dark',
    stagings: ['floor', 'float'],
    suits: ['cinematic', 'luxury', 'energetic'],
  },
  {
    id: 'window',
    name: 'Window light',
    character: 'Plaster wall, afternoon sun through a window and leaves.',
    key: 'light',
    stagings: ['floor', 'flat-lay'],
    suits: ['natural', 'calm', 'luxury'],
  },
  {
    id: 'energy',
    name: 'Burst',
    character: 'Rays, speed and full colour. Loud.',
    key: 'colour',
    stagings: ['float'],
    suits: ['energetic', 'playful'],
  },
  {
    id: 'marble',
    name: 'Marble',
    character: 'Polished stone with veins and a soft reflection.',
    key: 'light',
    stagings: ['floor', 'flat-lay'],
    suits: ['luxury', 'calm', 'corporate'],
  },
  {
    id: 'wood',
    name: 'Table by the window',
    character: 'Warm wooden table, a room out of focus behind it.',
    key: 'light',
    stagings: ['floor', 'flat-lay'],
    suits: ['natural', 'calm', 'cinematic'],
  },
  {
    id: 'silk',
    name: 'Silk',
    character: 'Folds of satin in one colour. Soft, rich.',
    key: 'colour',
    stagings: ['float', 'flat-lay'],
    suits: ['luxury', 'calm'],
  },
  {
    id: 'water',
    name: 'Still water',
    character: 'Ripples that mirror the product and an evening sky.',
    key: 'dark',
    stagings: ['floor'],
    suits: ['natural', 'cinematic', 'calm', 'energetic'],
  },
  {
    id: 'mesh',
    name: 'Colour mist',
    character: 'Blended light of two or three hues. Modern, weightless.',
    key: 'colour',
    stagings: ['float'],
    suits: ['tech', 'playful', 'corporate', 'calm'],
  },
  {
    id: 'sky',
    name: 'Above the clouds',
    character: 'Open sky, soft clouds, sun. Light as air.',
    key: 'light',
    stagings: ['float'],
    suits: ['natural', 'energetic', 'playful'],
  },
  {
    id: 'neon',
    name: 'Light ring',
    character: 'A glowing ring on a dark wall, mirrored in the floor.',
    key: 'dark',
    stagings: ['floor', 'float'],
    suits: ['tech', 'energetic', 'cinematic', 'playful'],
  },
  {
    id: 'card-frame',
    name: 'Framed photo',
    character: 'The whole photo in a frame on a lit wall.',
    key: 'light',
    stagings: ['float'],
    suits: ['calm', 'luxury', 'natural', 'corporate'],
  },
  {
    id: 'card-polaroid',
    name: 'Prints',
    character: 'The whole photo as prints on a table.',
    key: 'light',
    stagings: ['flat-lay'],
    suits: ['playful', 'natural', 'calm'],
  },
  {
    id: 'card-split',
    name: 'Split',
    character: 'Photo on one side, colour on the other.',
    key: 'colour',
    stagings: ['float'],
    suits: ['corporate', 'tech', 'energetic'],
  },
  {
    id: 'card-bleed',
    name: 'Full bleed',
    character: 'The photo fills the picture, its edges melt into light.',
    key: 'dark',
    stagings: ['float'],
    suits: ['cinematic', 'luxury', 'energetic'],
  },
];

/** What a still is asked to show. */
export const VIEWS = ['front', 'side', 'back', 'top', 'detail', 'lifestyle'] as const;
