const EXIT = { failed: 1, usage: 2 } as const;

/**
 * Runs a command that takes one directory and answers with a sentence. An error is told in its sentence and sets the
 * exit code: 2 for a wrong command line, 1 for everything else.
 */
export async function runWithDirectory(
  usage: string,
  command: (directory: string) => Promise<string>,
): Promise<void> {
  const [directory, ...more] = process.argv.slice(2);
  if (directory === undefined || directory.startsWith('-') || more.length > 0) {
    process.stderr.write(`Usage: ${usage}\n`);
    process.exitCode = EXIT.usage;
    return;
  }
  try {
    process.stdout.write(`${await command(directory)}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = EXIT.failed;
  }
}
