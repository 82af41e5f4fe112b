export interface Progress {
  /** Frames of the ad that are finished, reused ones included. */
  frame: number;
  totalFrames: number;
  /** 0–100; 100 only when the file is in place. */
  percent: number;
  /** Null until the first frames tell the speed. */
  etaSeconds: number | null;
}

/** Joining and measuring what is left after the last frame, as a share of the whole. */
const frameShare = 98;

/** Adds up the frames of encodes that run side by side. Never goes back. */
export class RenderProgress {
  readonly #totalFrames: number;
  readonly #report: ((progress: Progress) => void) | undefined;
  readonly #framesByJob = new Map<string, number>();
  readonly #startedMs = performance.now();
  #reusedFrames = 0;
  #lastFrame = 0;

  constructor(totalFrames: number, report: ((progress: Progress) => void) | undefined) {
    this.#totalFrames = totalFrames;
    this.#report = report;
  }

  reuse(frames: number): void {
    this.#reusedFrames += frames;
    this.#tell();
  }

  /** `frame` frames of one job are written so far. */
  advance(job: string, frame: number): void {
    this.#framesByJob.set(job, Math.max(frame, this.#framesByJob.get(job) ?? 0));
    this.#tell();
  }

  finish(): void {
    this.#report?.({ frame: this.#totalFrames, totalFrames: this.#totalFrames, percent: 100, etaSeconds: 0 });
  }

  #tell(): void {
    const madeFrames = [...this.#framesByJob.values()].reduce((sum, frames) => sum + frames, 0);
    const frame = Math.min(this.#totalFrames, this.#reusedFrames + madeFrames);
    if (frame <= this.#lastFrame) return;
    this.#lastFrame = frame;
    const elapsedSeconds = (performance.now() - this.#startedMs) / 1000;
    const etaSeconds = madeFrames > 0 ? ((this.#totalFrames - frame) * elapsedSeconds) / madeFrames : null;
    const percent = (frameShare * frame) / this.#totalFrames;
    this.#report?.({ frame, totalFrames: this.#totalFrames, percent, etaSeconds });
  }
}
