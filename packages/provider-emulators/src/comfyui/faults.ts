/** Everything that goes wrong at a real ComfyUI, or before it, and that the emulator does on demand. */
export const COMFYUI_FAULTS = [
  // Submitting.
  'submit-lost-before',
  'submit-lost-after',
  'submit-node-errors',
  'node-missing',
  // Whatever is asked next.
  'throttled',
  'login-page',
  'login-redirect',
  'login-refused',
  'gateway-error',
  'hangs',
  // The next run.
  'run-fails',
  'run-out-of-memory',
  'run-interrupted',
  'run-never-ends',
  'run-saves-nothing',
  'run-without-status',
  // The next download.
  'file-missing',
  'file-truncated',
  'file-no-picture',
  'file-endless',
] as const;
export type ComfyuiFault = (typeof COMFYUI_FAULTS)[number];

export type ComfyuiFaults = {
  arm(fault: ComfyuiFault, times?: number): void;
  /** The first armed fault among these, once. */
  take(...among: readonly ComfyuiFault[]): ComfyuiFault | null;
  clear(): void;
};

export function comfyuiFaults(): ComfyuiFaults {
  let armed: ComfyuiFault[] = [];
  return {
    arm(fault, times = 1) {
      armed.push(...Array.from({ length: times }, () => fault));
    },
    take(...among) {
      const index = armed.findIndex((fault) => among.includes(fault));
      return index < 0 ? null : (armed.splice(index, 1)[0] ?? null);
    },
    clear() {
      armed = [];
    },
  };
}
