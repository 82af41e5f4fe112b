/** What an ad is called until the brief knows the product: the first words of the prompt, up to 60 characters. */
export function titleFrom(prompt: string): string {
  const line = prompt.split('\n', 1)[0] ?? prompt;
  if (line.length <= 60) return line;
  const cut = line.slice(0, 60);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 30))}…`;
}
