'use client';
import type { ApiToken, NewApiToken } from '@spotsmith/contract/account';
import { TOKEN_SCOPES } from '@spotsmith/contract/words';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { Form } from '#src/components/ui/form.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { Input, Select } from '#src/components/ui/input.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { callApi } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Section } from './section.tsx';

/** How long a new token may last; 0 is until it is revoked. */
const DAYS = [30, 90, 365, 0];

/** Tokens for programs. A new one is shown once. */
export function TokensSection() {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const client = useQueryClient();
  const { data: tokens = [] } = useQuery(queries.tokens());
  const refresh = () => client.invalidateQueries({ queryKey: queries.tokens().queryKey });
  const make = useMutation({
    mutationFn: (form: FormData) =>
      callApi<NewApiToken>('/api/tokens', {
        method: 'POST',
        body: {
          name: form.get('name'),
          scope: form.get('scope'),
          expires_in_days: Number(form.get('days')) || null,
        },
      }),
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
            <TokenRow key={token.id} token={token} onRevoke={() => revoke.mutate(token.id)} />
          ))}
        </ul>
      )}
      <Form
        onSend={(form) => make.mutate(form)}
        className="grid max-w-2xl items-end gap-x-2 gap-y-4 sm:grid-cols-[1fr_1fr_auto]"
      >
        <div className="sm:col-span-3">
          <Field label={t('tokens.name')}>
            <Input name="name" required maxLength={60} dir="auto" />
          </Field>
        </div>
        <Field label={t('tokens.scope')}>
          <Select name="scope" defaultValue="make">
            {TOKEN_SCOPES.map((scope) => (
              <option key={scope} value={scope}>
                {t(`tokens.scope.${scope}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('tokens.lasts')}>
          <Select name="days" defaultValue="90">
            {DAYS.map((count) => (
              <option key={count} value={count}>
                {count === 0 ? t('tokens.forever') : t('tokens.days', { count })}
              </option>
            ))}
          </Select>
        </Field>
        <Button type="submit" disabled={make.isPending}>
          {t('tokens.make')}
        </Button>
      </Form>
    </Section>
  );
}

function TokenRow({ token, onRevoke }: { token: ApiToken; onRevoke: () => void }) {
  const { t, date } = useTranslator();
  const { expires_at: endsAt, last_used_at: usedAt } = token;
  const hasEnded = endsAt !== null && Date.parse(endsAt) < Date.now();
  const facts = [
    `${token.prefix}…`,
    t(`tokens.scope.${token.scope}`),
    t('tokens.made', { date: date(token.created_at) }),
    usedAt === null ? t('tokens.unused') : t('tokens.used', { date: date(usedAt) }),
    ...(endsAt === null ? [] : [t(hasEnded ? 'tokens.ended' : 'tokens.ends', { date: date(endsAt) })]),
  ];
  return (
    <li className="figures flex items-center justify-between gap-4 border-b py-2 text-sm">
      <span className="min-w-0">
        <span dir="auto">{token.name}</span>
        <span className="block text-xs text-quiet">{facts.join(' · ')}</span>
      </span>
      <IconButton label={t('tokens.revoke', { name: token.name })} onClick={onRevoke}>
        <Trash2 />
      </IconButton>
    </li>
  );
}
