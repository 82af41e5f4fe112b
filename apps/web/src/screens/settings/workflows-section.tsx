'use client';
import type { Workflow } from '@spotsmith/contract/workflows';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { Badge } from '#src/components/ui/badge.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { FileTrigger } from '#src/components/ui/file-trigger.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { callApi } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Section } from './section.tsx';
import { WorkflowEditor } from './workflow-editor.tsx';
import { WorkflowTrial } from './workflow-trial.tsx';

const LONGEST_NAME = 60;

/** What the graphics card makes images and clips with, and what it lacks for it. Owners add their own and correct them. */
export function WorkflowsSection({ isOwner }: { isOwner: boolean }) {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const client = useQueryClient();
  const { data: workflows = [] } = useQuery(queries.workflows());
  const add = useMutation({
    mutationFn: async (file: File) => {
      const name = file.name.replace(/\.json$/i, '').slice(0, LONGEST_NAME) || file.name;
      const body = { name, graph: jsonOf(await file.text()) };
      return callApi<Workflow>('/api/workflows', { method: 'POST', body });
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: queries.models().queryKey });
      return client.invalidateQueries({ queryKey: queries.workflows().queryKey });
    },
  });
  return (
    <Section id="workflows" title={t('settings.workflows')} lead={t('workflows.lead')}>
      {add.error !== null && <Notice tone="danger">{inWords(add.error)}</Notice>}
      <ul className="flex flex-col">
        {workflows.map((workflow) => (
          <li key={workflow.id} className="flex flex-col gap-2 border-b py-3">
            <div className="flex items-center justify-between gap-4">
              <div className="min-w-0">
                <p dir="auto" className="truncate text-sm font-medium">
                  {workflow.name}
                </p>
                <p className="text-sm text-quiet">
                  {t(`workflows.makes.${workflow.kind}`)}
                  {!workflow.is_shipped && ` · ${t('workflows.added')}`}
                </p>
              </div>
              <Readiness missing={workflow.missing} />
            </div>
            {workflow.missing !== null && workflow.missing.length > 0 && (
              <ul dir="auto" className="flex flex-col gap-1 text-sm text-quiet">
                {workflow.missing.map((sentence) => (
                  <li key={sentence} className="break-words">
                    {sentence}
                  </li>
                ))}
              </ul>
            )}
            {isOwner && workflow.missing?.length === 0 && <WorkflowTrial workflow={workflow} />}
            <WorkflowEditor
              key={JSON.stringify(workflow)}
              workflow={workflow}
              canEdit={isOwner && !workflow.is_shipped}
            />
          </li>
        ))}
      </ul>
      {isOwner && (
        <div className="flex flex-col items-start gap-2">
          <FileTrigger
            label={t('workflows.add')}
            accept="application/json,.json"
            onChoose={([file]) => file !== undefined && add.mutate(file)}
          >
            <Button disabled={add.isPending}>
              <Plus />
              {t('workflows.add')}
            </Button>
          </FileTrigger>
          <p className="max-w-[70ch] text-xs text-quiet">{t('workflows.addHint')}</p>
        </div>
      )}
    </Section>
  );
}

function Readiness({ missing }: Pick<Workflow, 'missing'>) {
  const { t } = useTranslator();
  if (missing === null) return <Badge tone="neutral">{t('workflows.unreached')}</Badge>;
  return missing.length === 0 ? (
    <Badge tone="positive">{t('settings.ready')}</Badge>
  ) : (
    <Badge tone="neutral">{t('settings.notReady')}</Badge>
  );
}

/** What is no JSON is refused by the server, in words, as a graph of nothing. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
