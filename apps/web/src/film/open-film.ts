import type { CanvasSize } from '@spotsmith/motion/canvas-size';
import { createDrawing, type Drawing } from '@spotsmith/motion/draw-frame';
import type { Film } from '@spotsmith/motion/film';
import { makeFilm } from '@spotsmith/motion/film/make-film';
import { createPaintCache, type Pictures } from '@spotsmith/motion/paint/paint-cache';
import type { ProductFacts } from '@spotsmith/motion/product';
import { measurePhoto, type PhotoFacts } from '@spotsmith/motion/stage/photo';
import { measureSilhouette } from '@spotsmith/motion/stage/silhouette';
import { knownSubject, type Storyboard, type Subject } from '@spotsmith/motion/storyboard';
import { createTextMeasurer } from '@spotsmith/motion/text/text-measurer';
import { createBrowserSurface } from './browser-canvas.ts';
import { openBrowserFonts } from './browser-fonts.ts';
import { ClipVideo } from './clip-video.ts';
import { type ShotClip, shotClips } from './shot-clips.ts';

/** What a film is made of, besides its storyboard: addresses of pictures that a canvas may read. */
export interface FilmPictures {
  product: { cutout_url: string; facts: ProductFacts } | null;
  /** Stills, photos and clips by asset; a clip is shown at the film's frame. */
  pictures: readonly { asset_id: string; kind: 'photo' | 'still' | 'clip'; url: string }[];
}

export interface OpenFilm {
  film: Film;
  drawing: Drawing;
  /** What moves by itself in it; its pictures are put into the drawing before each frame. */
  clips: readonly (ShotClip & { video: ClipVideo })[];
}

/** Pictures of an ad, decoded once; films of it are made anew with every change. */
export interface FilmStudio {
  /** Lays a storyboard out. Quick: texts that were measured are not measured again. */
  open(storyboard: Storyboard, canvas: CanvasSize): Promise<OpenFilm>;
  /** Gives the memory of its clips back. */
  close(): void;
}

async function loadPicture(url: string): Promise<ImageBitmap> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error('A picture of this ad did not load.');
  return createImageBitmap(await answer.blob());
}

/** A whole clip, so that it can be gone through quickly and for longer than its address is valid. */
async function loadClip(url: string): Promise<Loaded> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error('A clip of this ad did not load.');
  const clipUrl = URL.createObjectURL(await answer.blob());
  const video = document.createElement('video');
  video.muted = true;
  video.preload = 'auto';
  video.src = clipUrl;
  await new Promise((resolve, reject) => {
    video.addEventListener('loadeddata', resolve, { once: true });
    video.addEventListener('error', () => reject(new Error('A clip of this ad did not load.')), {
      once: true,
    });
  });
  return { picture: await createImageBitmap(video), clipUrl };
}

interface Loaded {
  /** Of a clip its first one. */
  picture: ImageBitmap;
  clipUrl?: string;
}

interface Shown extends Loaded {
  facts: PhotoFacts;
}

/** Opens what all films of an ad share. Throws when a picture or a typeface cannot be loaded. */
export async function openFilmStudio({ product, pictures }: FilmPictures): Promise<FilmStudio> {
  const cutout = product && (await loadPicture(product.cutout_url));
  const staged =
    product && cutout
      ? { facts: product.facts, silhouette: measureSilhouette(cutout, createBrowserSurface) }
      : null;
  const fonts = openBrowserFonts();
  const cache = createPaintCache(createBrowserSurface);
  let measurer = createTextMeasurer(createBrowserSurface, fonts);
  let measuredWith = fonts.arrivals();
  const loads = new Map<string, Promise<Shown>>();
  /** Loaded when a shot shows it, and kept. */
  const load = (assetId: string, subject: Subject | undefined): Promise<Shown> | undefined => {
    const known = loads.get(assetId);
    const asset = pictures.find(({ asset_id }) => asset_id === assetId);
    if (known || !asset) return known;
    const loading =
      asset.kind === 'clip' ? loadClip(asset.url) : loadPicture(asset.url).then((picture) => ({ picture }));
    const shown = loading.then((loaded: Loaded) => ({
      ...loaded,
      facts: measurePhoto(loaded.picture, createBrowserSurface, null, subject),
    }));
    loads.set(assetId, shown);
    return shown;
  };
  // One for each shot: a join shows two at once, and both may be of the same clip.
  const videos = new Map<string, ClipVideo>();
  const videoOf = (shotId: string, url: string): ClipVideo => {
    const video = videos.get(`${shotId} ${url}`) ?? new ClipVideo(url);
    videos.set(`${shotId} ${url}`, video);
    return video;
  };
  return {
    close() {
      for (const shown of loads.values())
        void shown.then(
          ({ clipUrl }) => clipUrl !== undefined && URL.revokeObjectURL(clipUrl),
          () => undefined,
        );
    },
    async open(storyboard, canvas) {
      const shown: Pictures = cutout ? { product: cutout } : {};
      const photos: Record<string, PhotoFacts> = {};
      const clipUrls: Record<string, string> = {};
      for (const { id, picture } of storyboard.shots) {
        const loaded =
          picture.kind === 'product' ? undefined : await load(picture.assetId, knownSubject(picture));
        if (!loaded) continue;
        shown[id] = loaded.picture;
        photos[id] = loaded.facts;
        if (loaded.clipUrl !== undefined) clipUrls[id] = loaded.clipUrl;
      }
      const make = () => {
        // What was measured before a font came was measured in another one.
        if (measuredWith !== fonts.arrivals()) measurer = createTextMeasurer(createBrowserSurface, fonts);
        measuredWith = fonts.arrivals();
        return makeFilm({ storyboard, canvas, product: staged, photos, measurer });
      };
      let film = make();
      // First the lists of subsets come, then the subsets. Other films of the page wait for the same ones.
      for (let laidOutWith = measuredWith; ; laidOutWith = measuredWith) {
        await fonts.settled();
        if (laidOutWith === fonts.arrivals()) break;
        film = make();
      }
      const clips = shotClips(film, storyboard).flatMap((clip) => {
        const url = clipUrls[clip.shotId];
        return url === undefined ? [] : [{ ...clip, video: videoOf(clip.shotId, url) }];
      });
      return { film, drawing: createDrawing(film, { pictures: shown, cache }), clips };
    },
  };
}
