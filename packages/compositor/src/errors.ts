/** Every error this package throws on purpose: a stable `code` for programs, a sentence for people. */
export abstract class CompositorError extends Error {
  abstract readonly code: string;
}

export type RefusalCode =
  | 'media_missing'
  | 'media_empty'
  | 'media_unreadable'
  | 'media_not_allowed'
  | 'media_too_large'
  | 'media_wrong_kind'
  | 'media_damaged';

/** A file from outside that we will not decode. Permanent: the same file is refused again. */
export class MediaRefused extends CompositorError {
  override readonly name = 'MediaRefused';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The timeline asks for something that cannot be rendered, for example a crossfade longer than its clip. */
export class TimelineInvalid extends CompositorError {
  override readonly name = 'TimelineInvalid';
  readonly code = 'timeline_invalid';
}

/** A render was asked for while clips are still missing. `clipIds` names them. */
export class TimelineUnfinished extends CompositorError {
  override readonly name = 'TimelineUnfinished';
  readonly code = 'timeline_unfinished';
  readonly clipIds: readonly string[];

  constructor(clipIds: readonly string[]) {
    super(`These clips have no file yet: ${clipIds.join(', ')}. Wait for them or take them out.`);
    this.clipIds = clipIds;
  }
}

export type FailureCode =
  | 'ffmpeg_missing'
  | 'ffmpeg_failed'
  | 'ffmpeg_killed'
  | 'ffmpeg_timeout'
  /** It used more processor time, or wrote more, than it may. */
  | 'ffmpeg_costly'
  | 'disk_full';

/**
 * FFmpeg could not do its work. `killed` is true when the system ended it (usually for want of memory)
 * after the retry with less memory: a shorter or smaller ad may still succeed.
 */
export class RenderFailed extends CompositorError {
  override readonly name = 'RenderFailed';
  readonly code: FailureCode;
  readonly killed: boolean;

  constructor(code: FailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.killed = code === 'ffmpeg_killed';
  }
}
