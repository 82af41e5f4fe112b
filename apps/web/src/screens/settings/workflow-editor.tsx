'use client';
import {
  WORKFLOW_SLOTS,
  type EditWorkflow,
  type Workflow,
  type WorkflowInput,
  type WorkflowSlot,
} from '@spotsmith/contract/workflows';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { Input, Select } from '#src/components/ui/input.tsx';
import { callApi } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { KeptStatus } from './kept-status.tsx';

const NUMBERS: readonly WorkflowSlot[] = ['width', 'height', 'frames', 'fps', 'seed', 'motion'];

type WorkflowEditorProps = { workflow: Workflow; canEdit: boolean };

/** What a workflow takes and which node gives the result, as a table; an owner corrects what was read wrongly. */
export function WorkflowEditor({ workflow, canEdit }: WorkflowEditorProps) {
  const { t } = useTranslator();
  const client = useQueryClient();
  const [draft, change] = useState(workflow);
  const refresh = () => {
    void client.invalidateQueries({ queryKey: queries.models().queryKey });
    return client.invalidateQueries({ queryKey: queries.workflows().queryKey });
  };
  const save = useMutation({
    mutationFn: () => callApi(`/api/workflows/${workflow.id}`, { method: 'PUT', body: editOf(draft) }),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: () => callApi(`/api/workflows/${workflow.id}`, { method: 'DELETE' }),
    onSuccess: refresh,
  });
  const fill = (changed: WorkflowInput, slot: WorkflowSlot | null) =>
    change({
      ...draft,
      inputs: draft.inputs.map((input) =>
        input.node === changed.node && input.input === changed.input ? { ...input, slot } : input,
      ),
    });
  const shown = canEdit ? draft.inputs : draft.inputs.filter(({ slot }) => slot !== null);
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer rounded-control py-1 text-quiet hover:text-text">
        {t('workflows.takes')}
      </summary>
      <div className="flex flex-col gap-4 py-3">
        {canEdit && (
          <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
            <Field label={t('workflows.name')}>
              <Input
                dir="auto"
                maxLength={60}
                value={draft.name}
                onChange={(event) => change({ ...draft, name: event.target.value })}
              />
            </Field>
            <Field label={t('workflows.output')}>
              <Select
                value={draft.output_node}
                onChange={(event) => change({ ...draft, output_node: event.target.value })}
              >
                {draft.nodes.map(({ node, title }) => (
                  <option key={node} value={node}>
                    {title} · {node}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
        )}
        <div className="overflow-x-auto">
          <table className="figures w-full min-w-md">
            <thead>
              <tr className="border-b text-xs text-quiet">
                <th scope="col" className="py-2 text-start font-normal">
                  {t('workflows.node')}
                </th>
                <th scope="col" className="py-2 text-start font-normal">
                  {t('workflows.input')}
                </th>
                <th scope="col" className="py-2 text-start font-normal">
                  {t('workflows.value')}
                </th>
                <th scope="col" className="py-2 text-start font-normal">
                  {t('workflows.filledWith')}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((input) => (
                <tr key={`${input.node}.${input.input}`} className="border-b">
                  <td className="py-1.5 pe-3">
                    <span dir="auto">{input.title}</span> <span className="text-quiet">· {input.node}</span>
                  </td>
                  <td className="py-1.5 pe-3">{input.input}</td>
                  <td dir="auto" className="max-w-48 truncate py-1.5 pe-3 text-quiet">
                    {input.value}
                  </td>
                  <td className="py-1.5">
                    {canEdit ? (
                      <Select
                        aria-label={t('workflows.fill', { input: input.input, node: input.title })}
                        value={input.slot ?? ''}
                        onChange={(event) => fill(input, slotOf(event.target.value))}
                      >
                        <option value="">{t('workflows.asItStands')}</option>
                        {WORKFLOW_SLOTS.filter((slot) => NUMBERS.includes(slot) === input.is_number).map(
                          (slot) => (
                            <option key={slot} value={slot}>
                              {t(`workflows.slot.${slot}`)}
                            </option>
                          ),
                        )}
                      </Select>
                    ) : (
                      input.slot !== null && t(`workflows.slot.${input.slot}`)
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {canEdit && (
          <div className="flex flex-wrap gap-2">
            <Button disabled={save.isPending || draft === workflow} onClick={() => save.mutate()}>
              {t('workflows.save')}
            </Button>
            <Button look="quiet" disabled={remove.isPending} onClick={() => remove.mutate()}>
              {t('workflows.remove')}
            </Button>
          </div>
        )}
        {canEdit && <KeptStatus isKept={false} error={save.error ?? remove.error} />}
      </div>
    </details>
  );
}

function slotOf(value: string): WorkflowSlot | null {
  return WORKFLOW_SLOTS.find((slot) => slot === value) ?? null;
}

function editOf({ name, kind, output_node, inputs }: Workflow): EditWorkflow {
  const filled = inputs.flatMap(({ node, input, slot }) => (slot === null ? [] : [{ node, input, slot }]));
  return { name, kind, output_node, inputs: filled };
}
