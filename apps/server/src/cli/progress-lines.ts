import type { ProgressMessage } from '@spotsmith/contract/progress';

const NAMES: Record<ProgressMessage['stage'], string> = {
  prompt_parsing: 'Brief',
  image_generation: 'Images',
  scene_planning: 'Scenes',
  clip_generation: 'Clips',
  composition: 'Ad',
  complete: 'Done',
};
const BAR_CELLS = 24;
const CLEAR_LINE = '\r\u001B[K';

export type ProgressLines = { show(message: ProgressMessage): void; end(): void };

/** One bar per stage on a terminal, plain lines when the output goes into a file or another program. */
export function progressLines(output: NodeJS.WriteStream): ProgressLines {
  return output.isTTY ? bars(output) : plainLines(output);
}

function bars(output: NodeJS.WriteStream): ProgressLines {
  let shownStage: ProgressMessage['stage'] | null = null;
  return {
    show(message) {
      if (message.stage === 'complete') return;
      if (shownStage !== null && shownStage !== message.stage) output.write('\n');
      shownStage = message.stage;
      const line = `${NAMES[message.stage].padEnd(7)} ${bar(message.progress)} ${message.message}`;
      output.write(CLEAR_LINE + line.slice(0, (output.columns || 80) - 1));
    },
    end() {
      if (shownStage !== null) output.write('\n');
    },
  };
}

function plainLines(output: NodeJS.WriteStream): ProgressLines {
  let last = '';
  return {
    show({ stage, progress, message }) {
      // Frame counts are for bars; a log wants to be read.
      const line = `${NAMES[stage]} ${Math.floor(progress / 10) * 10}%: ${message.replace(/: frame .*/, '')}`;
      if (line !== last) output.write(`${line}\n`);
      last = line;
    },
    end: () => undefined,
  };
}

function bar(percent: number): string {
  const full = Math.round((percent / 100) * BAR_CELLS);
  return `${'█'.repeat(full)}${'░'.repeat(BAR_CELLS - full)} ${String(Math.round(percent)).padStart(3)}%`;
}
