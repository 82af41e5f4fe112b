'use client';
import type { NewInvitation } from '@spotsmith/contract/account';
import { USER_ROLES } from '@spotsmith/contract/words';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { LateDialog } from '#src/components/ui/late-dialog.ts';
import { Field } from '#src/components/ui/field.tsx';
import { Form } from '#src/components/ui/form.tsx';
import { Input, Select } from '#src/components/ui/input.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { callApi } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';

/** Makes a link for one person, to be sent by whoever knows them. */
export function InviteUser({ onClose }: { onClose: () => void }) {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const client = useQueryClient();
  const invite = useMutation({
    mutationFn: (form: FormData) =>
      callApi<NewInvitation>('/api/invitations', {
        method: 'POST',
        body: { email: form.get('email'), role: form.get('role') },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: queries.invitations().queryKey }),
  });
  if (invite.data !== undefined) return <InvitationLink invitation={invite.data} onClose={onClose} />;
  return (
    <LateDialog isOpen onClose={onClose} title={t('users.add')} description={t('users.addLead')}>
      <Form onSend={(form) => invite.mutate(form)} className="flex flex-col gap-4">
        <Field label={t('signIn.email')}>
          <Input name="email" type="email" required maxLength={254} autoComplete="off" />
        </Field>
        <Field label={t('users.role')}>
          <Select name="role" defaultValue="member">
            {USER_ROLES.toReversed().map((role) => (
              <option key={role} value={role}>
                {t(`role.${role}`)}
              </option>
            ))}
          </Select>
        </Field>
        {invite.isError && <Notice tone="danger">{inWords(invite.error)}</Notice>}
        <Button type="submit" look="primary" disabled={invite.isPending}>
          {t('users.makeLink')}
        </Button>
      </Form>
    </LateDialog>
  );
}

function InvitationLink({ invitation, onClose }: { invitation: NewInvitation; onClose: () => void }) {
  const { t, date } = useTranslator();
  const [isCopied, setCopied] = useState(false);
  const { email, expires_at: expiresAt, url } = invitation;
  return (
    <LateDialog
      isOpen
      onClose={onClose}
      title={t('users.link')}
      description={t('users.linkLead', { email, date: date(expiresAt) })}
    >
      <div className="flex flex-col gap-4">
        <Input
          aria-label={t('users.link')}
          readOnly
          dir="ltr"
          value={url}
          onFocus={(event) => event.currentTarget.select()}
          className="font-mono"
        />
        <Button
          look="primary"
          onClick={() => void navigator.clipboard.writeText(url).then(() => setCopied(true))}
        >
          {isCopied ? <Check /> : <Copy />}
          {t(isCopied ? 'share.copied' : 'share.copy')}
        </Button>
      </div>
    </LateDialog>
  );
}
