'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { Form } from '#src/components/ui/form.tsx';
import { Input, Textarea } from '#src/components/ui/input.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { callApi, newKey } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';

type Newcomer = { full_name: string; email: string; password: string };

const PASSWORD_LENGTH = 14;

/** Makes an account with a password nobody had to think of, and the words to send to whom it is for. */
export function AddUser({ onClose }: { onClose: () => void }) {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const client = useQueryClient();
  const add = useMutation({
    mutationFn: async (newcomer: Newcomer) => {
      await callApi('/api/users', { method: 'POST', body: newcomer });
      return newcomer;
    },
    onSuccess: () => client.invalidateQueries({ queryKey: queries.users().queryKey }),
  });
  if (add.data !== undefined) return <Invitation newcomer={add.data} onClose={onClose} />;

  const send = (form: FormData) => {
    const [name, email] = [form.get('name'), form.get('email')];
    if (typeof name !== 'string' || typeof email !== 'string') return;
    add.mutate({ full_name: name, email, password: newKey().slice(0, PASSWORD_LENGTH) });
  };
  return (
    <Dialog isOpen onClose={onClose} title={t('users.add')} description={t('users.addLead')}>
      <Form onSend={send} className="flex flex-col gap-4">
        <Field label={t('users.name')}>
          <Input name="name" required maxLength={80} dir="auto" autoComplete="off" />
        </Field>
        <Field label={t('signIn.email')}>
          <Input name="email" type="email" required maxLength={254} autoComplete="off" />
        </Field>
        {add.isError && <Notice tone="danger">{inWords(add.error)}</Notice>}
        <Button type="submit" look="primary" disabled={add.isPending}>
          {t('users.add')}
        </Button>
      </Form>
    </Dialog>
  );
}

function Invitation({ newcomer, onClose }: { newcomer: Newcomer; onClose: () => void }) {
  const { t } = useTranslator();
  const [isCopied, setCopied] = useState(false);
  const { full_name: name, email, password } = newcomer;
  const text = t('users.invitationText', { url: `${location.origin}/sign-in`, email, password });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('users.invitation')}
      description={t('users.invitationLead', { name })}
    >
      <div className="flex flex-col gap-4">
        <Textarea aria-label={t('users.invitation')} readOnly value={text} className="min-h-28 font-mono" />
        <Button
          look="primary"
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {isCopied ? <Check /> : <Copy />}
          {t(isCopied ? 'share.copied' : 'users.copy')}
        </Button>
      </div>
    </Dialog>
  );
}
