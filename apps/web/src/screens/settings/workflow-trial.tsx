'use client';
import type { TrialEvent, TrialResult, Workflow } from '@spotsmith/contract/workflows';
import { useMutation } from '@tanstack/react-query';
import { Play, Square } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { ProgressBar } from '#src/components/ui/progress-bar.tsx';
import { tryWorkflow } from '#src/data/try-workflow.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { stepWords } from '#src/screens/media/sight-words.tsx';

type Seen = { event: Extract<TrialEvent, { type: 'sight' | 'waits' }> | null; picture: string | null };
const NOTHING: Seen = { event: null, picture: null };

/** Runs a workflow once with a sample, shows it at work, and then what it made, how long that took and what memory. */
export function WorkflowTrial({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const [seen, see] = useState<Seen>(NOTHING);
  const running = useRef<AbortController | null>(null);
  const trial = useMutation({
    mutationFn: async () => {
      const stop = new AbortController();
      running.current = stop;
      see(NOTHING);
      const result = await tryWorkflow(workflow.id, stop.signal, (event) => {
        if (event.type === 'waits') see({ event, picture: null });
        if (event.type === 'sight') see(({ picture }) => ({ event, picture: event.picture ?? picture }));
      }).catch((error: unknown) => {
        if (stop.signal.aborted) return STOPPED;
        throw error;
      });
      return result ?? LOST;
    },
  });
  // Whoever leaves the page does not look on any more.
  useEffect(() => () => running.current?.abort(), []);
  const { data: result, error, isPending } = trial;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {isPending ? (
          <Button size="small" onClick={() => running.current?.abort()}>
            <Square />
            {t('workflows.stop')}
          </Button>
        ) : (
          <Button
            size="small"
            aria-label={`${t('workflows.try')}: ${workflow.name}`}
            onClick={() => trial.mutate()}
          >
            <Play />
            {t('workflows.try')}
          </Button>
        )}
        {!isPending && result === undefined && error === null && (
          <p className="text-xs text-quiet">{t('workflows.tryHint')}</p>
        )}
      </div>
      {isPending && <AtWork seen={seen} />}
      {error !== null && <Notice tone="danger">{inWords(error)}</Notice>}
      {result === LOST && <Notice tone="warning">{t('workflows.trialLost')}</Notice>}
      {typeof result === 'object' && <Result name={workflow.name} result={result} />}
    </div>
  );
}

const STOPPED = 'stopped';
const LOST = 'lost';

function AtWork({ seen: { event, picture } }: { seen: Seen }) {
  const { t } = useTranslator();
  const sight = event?.type === 'sight' ? event.sight : null;
  const words = event?.type === 'waits' ? event.message : sight === null ? '' : stepWords(t, sight);
  return (
    <div className="flex max-w-md items-center gap-4 rounded-media bg-raised p-3">
      <div className="relative size-24 shrink-0 overflow-hidden rounded-control bg-hover">
        {picture !== null && (
          <img src={picture} alt={t('sight.preview')} className="size-full object-cover" />
        )}
        <div className="shimmer absolute inset-0" />
      </div>
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <p role="status" className="figures text-sm">
          <bdi>{words === '' ? t('workflows.trying') : words}</bdi>
        </p>
        {sight?.fraction != null && sight.ahead === 0 && (
          <ProgressBar label={words} percent={sight.fraction * 100} />
        )}
      </div>
    </div>
  );
}

function Result({ name, result }: { name: string; result: TrialResult }) {
  const { t, seconds, bytes, wait } = useTranslator();
  const url = useObjectUrl(result.file);
  const { memory, width, height, seconds: length, took_seconds: took, warnings } = result;
  const label = t('workflows.trial', { name });
  // Cards are sold in gigabytes of 1024³ bytes.
  const gigabytes = (binary: number) => bytes((binary / 1024 ** 3) * 1e9);
  const facts = [
    width === null ? null : `${width} × ${height}`,
    length === null ? null : seconds(length),
    t('workflows.took', { time: took < 90 ? seconds(took) : wait(took) }),
  ];
  return (
    <figure className="flex flex-wrap items-start gap-4 rounded-media bg-raised p-3">
      {url !== null &&
        (result.mime_type.startsWith('video/') ? (
          <video
            src={url}
            aria-label={label}
            controls
            muted
            loop
            className="max-h-64 max-w-full rounded-media"
          />
        ) : (
          <img src={url} alt={label} className="max-h-64 max-w-full rounded-media" />
        ))}
      <figcaption className="figures flex min-w-48 flex-1 flex-col gap-1 text-sm">
        {facts.map((fact) => fact !== null && <p key={fact}>{fact}</p>)}
        {memory !== null && (
          <p className="text-quiet">
            <bdi>{memory.device}</bdi>
            <br />
            {t('workflows.memory', {
              after: gigabytes(memory.used_after_bytes),
              total: gigabytes(memory.total_bytes),
              before: gigabytes(memory.used_before_bytes),
            })}
          </p>
        )}
        {warnings.map((warning) => (
          <p key={warning} className="text-warning">
            {warning}
          </p>
        ))}
      </figcaption>
    </figure>
  );
}

/** Videos are played from objects of the page, never from addresses that carry them whole. */
function useObjectUrl(dataUrl: string): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const [head = '', encoded = ''] = dataUrl.split(',');
    const type = head.slice('data:'.length, head.indexOf(';'));
    const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
    const made = URL.createObjectURL(new Blob([bytes], { type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [dataUrl]);
  return url;
}
