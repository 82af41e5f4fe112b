import type { TrialEvent, TrialResult } from '@spotsmith/contract/workflows';
import { ApiProblem, noAnswer, problemFrom } from './api-problem.ts';

/**
 * Tries a workflow, told of line by line. Null when the connection broke. To abort the signal stops it on the graphics
 * card, too. Throws ApiProblem.
 */
export async function tryWorkflow(
  id: string,
  signal: AbortSignal,
  onEvent: (event: TrialEvent) => void,
): Promise<TrialResult | null> {
  const answer = await fetch(`/api/workflows/${id}/trial`, { method: 'POST', signal }).catch(
    (error: unknown) => {
      if (signal.aborted) throw error;
      throw noAnswer();
    },
  );
  if (!answer.ok || answer.body === null) throw problemFrom(answer.status, await answer.text());
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const read = await reader.read().catch((error: unknown) => {
      if (signal.aborted) throw error;
      return null;
    });
    if (read === null) return null;
    const { done, value = '' } = read;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = JSON.parse(line) as TrialEvent;
      if (event.type === 'done') return event.result;
      if (event.type === 'failed') {
        throw new ApiProblem({ status: 200, code: event.trouble.code, detail: event.trouble.message });
      }
      onEvent(event);
    }
    if (done) return null;
  }
}
