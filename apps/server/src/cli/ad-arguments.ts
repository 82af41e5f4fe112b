import { parseArgs } from 'node:util';
import { Facts, Offer } from '@spotsmith/contract/facts';
import { Finish } from '@spotsmith/contract/finish';
import {
  MAX_CLIP_SECONDS,
  MAX_IMAGES,
  MAX_PHOTOS,
  MAX_SCENES,
  MIN_APPROVED_IMAGES,
  MIN_CLIP_SECONDS,
  MIN_IMAGES,
} from '@spotsmith/contract/limits';
import { CreateSession, SessionOptions } from '@spotsmith/contract/sessions';
import { PROVIDERS, STYLES, TARGET_SECONDS } from '@spotsmith/contract/words';
import { installIssueMessages } from '@spotsmith/contract/issue-messages';
import { z } from 'zod';
import { type AdWishes, DEFAULT_WISHES } from './make-ad.ts';
import { namedServer, SERVER_FLAGS, SERVER_USAGE, ServerMissing } from './server-flags.ts';

export const USAGE = `Make an ad from a product photo and one sentence.

  npm run ad -- --photo shoe.jpg --prompt "AirRun Pro, for city runners" --out ad.mp4

  --prompt TEXT      what is sold, 3 to 2,000 characters
  --photo FILE       a product photo; give it again for more, up to six
  --out FILE         where the ad goes (ad.mp4)
  --name TEXT        product name on the ad
  --cta TEXT         call to action on the ad
  --price TEXT       the price as it is shown, with its currency
  --offer TEXT       a discount, e.g. "-20 %"
  --benefit TEXT     what it is good for; give it again for more, up to three
  --url TEXT         web address on the end card
  --style NAME       ${STYLES.join(', ')}
  --layout NAME      designed, or classic: clips with name and call to action (designed)
  --seconds N        6, 10, 15 or 30 (as the prompt says, else 15)
  --aspect RATIO     16:9, 9:16, 1:1 or 4:5 (16:9)
  --images N         how many images, 4 to 8 (6)
  --clips N          how many of them become clips, 2 to 6 (4 in a classic ad, none in a designed one)
  --clip-seconds S   length of a clip, 2 to 6 (${DEFAULT_WISHES.clipSeconds})
  --seed N           the same seed makes the same ad
  --provider NAME    ${PROVIDERS.join(', ')}
  --image-provider NAME, --clip-provider NAME, --music-provider NAME
                     another one for the images, the clips or the music
  --image-model ID   hosted model or workflow that makes the images, e.g. comfyui/flux-kontext
  --clip-model ID    and the clips, e.g. comfyui/wan-2.2-14b
  --music-model ID   and the music, e.g. elevenlabs/music
  --max-cost USD     spending cap, and leave to spend up to it
  --yes              spend what the estimate says without asking
  --resume           go on with the ad that was begun for --out, as it was asked for
  --json             print the result as JSON
${SERVER_USAGE}
`;

/** The command line cannot be understood; the message says which part. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export type AdArguments = {
  request: Partial<CreateSession> & { prompt: string };
  photos: string[];
  outPath: string;
  /** Only what was said: an ad that is resumed keeps what it was begun with for the rest. */
  wishes: Partial<AdWishes>;
  mayResume: boolean;
  maySpend: boolean;
  isJson: boolean;
  /** Null: the one that runs on this computer, or one for as long as the ad takes. */
  server: { url: string; token: string } | null;
};

const Count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const Flags = z.object({
  prompt: CreateSession.shape.prompt.optional(),
  photo: z.array(z.string()).max(MAX_PHOTOS).default([]),
  out: z.string().default('ad.mp4'),
  name: Finish.shape.product_name,
  cta: Finish.shape.call_to_action,
  price: Offer.shape.price,
  offer: Offer.shape.off,
  benefit: Facts.shape.benefits,
  url: Facts.shape.url,
  aspect: SessionOptions.shape.aspect_ratio,
  seconds: z.coerce.number().pipe(z.literal(TARGET_SECONDS)).optional(),
  images: Count(MIN_IMAGES, MAX_IMAGES).default(6),
  clips: Count(MIN_APPROVED_IMAGES, MAX_SCENES).optional(),
  style: SessionOptions.shape.style,
  layout: Finish.shape.layout,
  'clip-seconds': z.coerce.number().min(MIN_CLIP_SECONDS).max(MAX_CLIP_SECONDS).optional(),
  seed: Count(0, 2_147_483_647).optional(),
  provider: SessionOptions.shape.provider,
  'image-provider': SessionOptions.shape.image_provider,
  'clip-provider': SessionOptions.shape.clip_provider,
  'music-provider': SessionOptions.shape.music_provider,
  'image-model': SessionOptions.shape.image_model,
  'clip-model': SessionOptions.shape.clip_model,
  'music-model': SessionOptions.shape.music_model,
  'max-cost': z.coerce.number().min(0).optional(),
  yes: z.boolean().default(false),
  resume: z.boolean().default(false),
  json: z.boolean().default(false),
  server: z.string().optional(),
  token: z.string().optional(),
});

/** Reads the flags of `npm run ad`. Throws UsageError with a sentence. Returns null when help was asked for. */
export function parseAdArguments(argv: string[]): AdArguments | null {
  const values = readFlags(argv);
  if (values['help'] === true) return null;
  installIssueMessages();
  const parsed = Flags.safeParse(values);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new UsageError(`--${String(issue?.path[0])}: ${issue?.message}`);
  }
  const flags = parsed.data;
  if (flags.prompt === undefined && !flags.resume) {
    throw new UsageError('--prompt is missing: say in one sentence what is sold.');
  }
  if (flags.clips !== undefined && flags.clips > flags.images)
    throw new UsageError('--clips cannot be more than --images.');
  return {
    request: {
      prompt: flags.prompt ?? '',
      num_images: flags.images,
      aspect_ratio: flags.aspect,
      ...factsIn(flags),
      ...(flags.seconds === undefined ? {} : { target_seconds: flags.seconds }),
      ...(flags.style === undefined ? {} : { style: flags.style }),
      ...(flags.seed === undefined ? {} : { seed: flags.seed }),
      ...(flags.provider === undefined ? {} : { provider: flags.provider }),
      ...choicesIn(flags),
      ...(flags['max-cost'] === undefined ? {} : { max_cost_usd: flags['max-cost'] }),
    },
    photos: flags.photo,
    outPath: flags.out,
    wishes: {
      ...(flags.clips === undefined ? {} : { numClips: flags.clips }),
      ...(flags['clip-seconds'] === undefined ? {} : { clipSeconds: flags['clip-seconds'] }),
      ...(flags.name === undefined ? {} : { productName: flags.name }),
      ...(flags.cta === undefined ? {} : { callToAction: flags.cta }),
      ...(flags.layout === undefined ? {} : { layout: flags.layout }),
    },
    mayResume: flags.resume,
    maySpend: flags.yes || flags['max-cost'] !== undefined,
    isJson: flags.json,
    server: serverOf(flags),
  };
}

/** Who makes each kind of media, and with what, as far as that was said. */
function choicesIn(flags: z.infer<typeof Flags>): Partial<CreateSession> {
  const choices = {
    image_provider: flags['image-provider'],
    clip_provider: flags['clip-provider'],
    music_provider: flags['music-provider'],
    image_model: flags['image-model'],
    clip_model: flags['clip-model'],
    music_model: flags['music-model'],
  };
  return Object.fromEntries(Object.entries(choices).filter(([, choice]) => choice !== undefined));
}

function serverOf(flags: z.infer<typeof Flags>): AdArguments['server'] {
  try {
    return namedServer(flags);
  } catch (error) {
    throw error instanceof ServerMissing ? new UsageError(error.message, { cause: error }) : error;
  }
}

/** What is said of the product outside the prompt; it goes before what the prompt says. */
function factsIn({ price, offer: off, benefit: benefits, url }: z.infer<typeof Flags>): { facts?: Facts } {
  const given = <Value extends object>(values: Value) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  const offer = given({ price, off });
  const facts = Facts.parse({ ...given({ benefits, url }), ...(Object.keys(offer).length > 0 && { offer }) });
  return Object.keys(facts).length > 0 ? { facts } : {};
}

function readFlags(argv: string[]): Record<string, unknown> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: argv,
      options: {
        prompt: text,
        photo: { ...text, multiple: true },
        out: text,
        name: text,
        cta: text,
        price: text,
        offer: text,
        benefit: { ...text, multiple: true },
        url: text,
        style: text,
        layout: text,
        aspect: text,
        seconds: text,
        images: text,
        clips: text,
        'clip-seconds': text,
        seed: text,
        provider: text,
        'image-provider': text,
        'clip-provider': text,
        'music-provider': text,
        'image-model': text,
        'clip-model': text,
        'music-model': text,
        'max-cost': text,
        yes: flag,
        resume: flag,
        json: flag,
        ...SERVER_FLAGS,
        help: { ...flag, short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
