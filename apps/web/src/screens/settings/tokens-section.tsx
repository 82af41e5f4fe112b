'use client';
import type { NewApiToken } from '@spotsmith/contract/account';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { Form } from '#src/components/ui/form.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { callApi } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Section } from './section.tsx';

/** Tokens for programs. A new one is shown once. */
export function TokensSection() {
  const { t, date } = useTranslator();
  const inWords = useProblemWords();
  const client = useQueryClient();
  const { data: tokens = [] } = useQuery(queries.tokens());
  const refresh = () => client.invalidateQueries({ queryKey: queries.tokens().queryKey });
  const make = useMutation({
    mutationFn: (form: FormData) =>
      callApi<NewApiToken>('/api/tokens', { method: 'POST', body: { name: form.get('name') } }),
    onSuccess: refresh,
  });
  const revoke = useMutation({
    mutationFn: (id: string) => callApi(`/api/tokens/${id}`, { method: 'DELETE' }),
    onSuccess: refresh,
  });
  const error = make.error ?? revoke.error;

  return (
    <Section id="tokens" title={t('settings.tokens')} lead={t('tokens.lead')}>
      {error !== null && <Notice tone="danger">{inWords(error)}</Notice>}
      {make.data !== undefined && (
        <Notice tone="info" title={t('tokens.once')}>
          <code className="mt-1 block break-all rounded-control bg-ground p-3 font-mono text-sm select-all">
            {make.data.token}
          </code>
        </Notice>
      )}
      {tokens.length > 0 && (
        <ul className="flex flex-col">
          {tokens.map((token) => (
            <li
              key={token.id}
              className="figures flex items-center justify-between gap-4 border-b py-2 text-sm"
            >
              <span className="min-w-0">
                {token.name}
                <span className="block text-xs text-quiet">
                  {token.prefix}… · {t('tokens.made', { date: date(token.created_at) })}
                  {token.last_used_at !== null &&
                    ` · ${t('tokens.used', { date: date(token.last_used_at) })}`}
                </span>
              </span>
              <IconButton
                label={t('tokens.revoke', { name: token.name })}
                onClick={() => revoke.mutate(token.id)}
              >
                <Trash2 />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <Form onSend={(form) => make.mutate(form)} className="flex max-w-md items-end gap-2">
        <div className="flex-1">
          <Field label={t('tokens.name')}>
            <Input name="name" required maxLength={60} dir="auto" />
          </Field>
        </div>
        <Button type="submit" disabled={make.isPending}>
          {t('tokens.make')}
        </Button>
      </Form>
    </Section>
  );
}
