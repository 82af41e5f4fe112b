/** @typedef {{ keyword: string, text: string, words: string[], flags: Record<string, string> }} Instruction */

/**
 * The instructions of a Dockerfile, with continued lines joined, comments left out and `--flags` apart. As much of the
 * format as ours uses; quotes are left as they stand.
 * @param {string} source
 * @returns {Instruction[]}
 */
export function readDockerfile(source) {
  const lines = source.replace(/^\s*#.*\n/gm, '').replace(/\\\n\s*/g, ' ');
  return lines
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const [keyword = '', ...rest] = line.trim().split(/\s+/);
      const isShell = keyword === 'RUN' || keyword === 'CMD' || keyword === 'HEALTHCHECK';
      const flagged = isShell ? [] : rest.filter((word) => word.startsWith('--'));
      const words = rest.filter((word) => !flagged.includes(word));
      const flags = Object.fromEntries(flagged.map((flag) => flag.slice(2).split('=')));
      return { keyword, text: words.join(' '), words, flags };
    });
}
