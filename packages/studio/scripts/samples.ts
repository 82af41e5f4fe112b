import { fileURLToPath } from 'node:url';
import type { StudioBrief } from '../src/brief.ts';

export interface Sample {
  name: string;
  /** Null = no photo: an illustrated draft. */
  photo: string | null;
  brief: StudioBrief;
}

const PHOTOS = new URL('../../../bench/studio/photos/', import.meta.url);
const photo = (name: string) => fileURLToPath(new URL(`${name}.webp`, PHOTOS));

/** The products of the gallery: photos rendered for this project, one CC0 photo, and two briefs without a photo. */
export const SAMPLES: readonly Sample[] = [
  {
    name: 'shoe',
    photo: photo('shoe'),
    brief: {
      productName: 'AirRun Pro',
      category: 'running shoes',
      tone: 'energetic',
      prompt: 'AirRun Pro, for city runners',
    },
  },
  {
    name: 'watch',
    photo: photo('watch'),
    brief: {
      productName: 'Aurelio',
      category: 'watch',
      tone: 'luxury',
      prompt: 'A gold watch with a midnight dial, elegant',
    },
  },
  {
    name: 'serum',
    photo: photo('serum'),
    brief: {
      productName: 'Luméa',
      category: 'skincare',
      tone: 'calm, natural',
      prompt: 'Rose serum for sensitive skin',
    },
  },
  {
    name: 'coffee',
    photo: photo('coffee'),
    brief: {
      productName: 'Crema',
      category: 'coffee',
      tone: 'natural',
      prompt: 'An espresso bar around the corner',
    },
  },
  {
    name: 'headphones',
    photo: photo('headphones'),
    brief: {
      productName: 'Quiet One',
      category: 'headphones',
      tone: 'tech',
      prompt: 'Noise cancelling headphones with copper details',
    },
  },
  {
    name: 'carton',
    photo: photo('carton'),
    brief: {
      productName: 'Sencha',
      category: 'tea',
      tone: 'calm',
      prompt: 'Organic green tea from small gardens',
    },
  },
  {
    name: 'perfume',
    photo: photo('perfume'),
    brief: {
      productName: 'Nocturne',
      category: 'perfume',
      tone: 'luxury',
      prompt: 'A warm evening perfume in a glass bottle',
    },
  },
  {
    name: 'tube',
    photo: photo('tube'),
    brief: {
      productName: 'Derma',
      category: 'sun cream',
      tone: 'summer, playful',
      prompt: 'Sun cream for the beach, SPF 50',
    },
  },
  {
    name: 'guitar-draft',
    photo: null,
    brief: { productName: 'Cedar', category: 'guitar', tone: 'cinematic', prompt: 'Handmade guitars' },
  },
  {
    name: 'backpack-draft',
    photo: null,
    brief: {
      productName: 'Trail 28',
      category: 'backpack',
      tone: 'energetic',
      prompt: 'A backpack for weekends outdoors',
    },
  },
];
