import { createBrowserSurface } from './browser-canvas.ts';
import type { Picture } from '@spotsmith/motion/canvas';

/** A running clip may be so far off before it jumps. */
const TOLERANCE_SECONDS = 0.15;
/** A clip that stands still shows its very picture: half a frame of 30 a second. */
const EXACT_SECONDS = 1 / 60;

/** A clip that runs or stands with the film, and its picture as it is now. */
export class ClipVideo {
  readonly #video = document.createElement('video');
  #picture: { atSeconds: number; surface: Picture } | null = null;

  /** `url` is one that a canvas may read. */
  constructor(url: string) {
    this.#video.muted = true;
    this.#video.playsInline = true;
    this.#video.preload = 'auto';
    this.#video.src = url;
  }

  /** Calls back whenever the clip has come to where it was sent. */
  onArrival(listen: () => void): () => void {
    const events = ['loadeddata', 'seeked'] as const;
    for (const event of events) this.#video.addEventListener(event, listen);
    return () => {
      for (const event of events) this.#video.removeEventListener(event, listen);
    };
  }

  /** Of the whole clip; 0 until it is known. */
  get seconds(): number {
    return Number.isFinite(this.#video.duration) ? this.#video.duration : 0;
  }

  /** Brings it to a place, and lets it run on from there. */
  show(atSeconds: number, isRunning: boolean): void {
    const video = this.#video;
    if (isRunning && !video.ended) {
      if (video.paused) void video.play().catch(() => undefined);
    } else if (!video.paused) video.pause();
    const tolerance = isRunning ? TOLERANCE_SECONDS : EXACT_SECONDS;
    if (!video.seeking && Math.abs(video.currentTime - atSeconds) > tolerance) video.currentTime = atSeconds;
  }

  rest(): void {
    if (!this.#video.paused) this.#video.pause();
  }

  /**
   * What it shows now, as a picture of its own: what motion paints from a picture it paints once. Null while it is on
   * its way.
   */
  picture(): Picture | null {
    const { readyState, seeking, currentTime, videoWidth, videoHeight } = this.#video;
    if (readyState < HTMLMediaElement.HAVE_CURRENT_DATA || seeking) return this.#picture?.surface ?? null;
    if (this.#picture?.atSeconds === currentTime) return this.#picture.surface;
    const { picture, context } = createBrowserSurface(videoWidth, videoHeight);
    context.drawImage(this.#video, 0, 0, videoWidth, videoHeight);
    this.#picture = { atSeconds: currentTime, surface: picture };
    return picture;
  }
}
