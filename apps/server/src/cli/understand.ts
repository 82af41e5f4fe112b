import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { understand, type Understanding } from '#src/domain/understanding/understand.ts';

const USAGE = `Say what a prompt says: name, price, dates, benefits… as one line of JSON, without a model or a server.

  npm run understand -- --prompt "Lumo desk lamp, 49 € until Sunday"
  npm run understand -- --file prompts.jsonl      one {"id": …, "prompt": …} a line
`;

/** A question on standard input: an id and the prompt. */
type Asked = { id?: string; prompt: string };

await main();

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { file: { type: 'string' }, prompt: { type: 'string' } } });
  if (!values.file && !values.prompt) {
    console.error(USAGE);
    process.exitCode = 1;
    return;
  }
  const asked = values.file ? await promptsIn(values.file) : [{ prompt: values.prompt ?? '' }];
  for (const { id, prompt } of asked)
    console.log(JSON.stringify({ ...(id && { id }), ...printed(understand(prompt)) }));
}

async function promptsIn(path: string): Promise<Asked[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => JSON.parse(line) as Asked);
}

/** The facts, and in `copy` all of them that an ad may show. */
function printed(facts: Understanding): Understanding & { copy: string[]; onScreen: string[] } {
  const shown = [
    facts.name,
    facts.what,
    facts.price,
    facts.was,
    facts.off,
    facts.until,
    facts.starts,
    facts.quantity,
    facts.shipping,
    facts.guarantee,
    facts.code,
    facts.quote,
    facts.by,
    facts.place,
    facts.url,
    facts.cta,
    ...facts.products,
    ...facts.benefits,
  ];
  const copy = shown.filter((line) => line !== null);
  return { ...facts, copy, onScreen: copy };
}
