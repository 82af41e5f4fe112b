'use client';
import type { LoginAnswer, OpenInvitation } from '@spotsmith/contract/account';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { Field } from '#src/components/ui/field.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { PasswordField } from '#src/components/ui/password-field.tsx';
import { callApi } from '#src/data/call-api.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { EntranceForm } from '#src/screens/sign-in/entrance-form.tsx';
import { Entrance } from '#src/screens/sign-in/entrance.tsx';

/** Whoever is invited chooses a name and a password, and is in. */
export function AcceptInvitation({ token, invitation }: { token: string; invitation: OpenInvitation }) {
  const { t } = useTranslator();
  const router = useRouter();
  const accept = useMutation({
    mutationFn: (form: FormData) =>
      callApi<LoginAnswer>(`/api/invited/${encodeURIComponent(token)}`, {
        method: 'POST',
        body: { full_name: form.get('name'), password: form.get('password') },
      }),
    onSuccess: () => {
      // Going back does not lead to a link that is used up.
      router.replace('/');
      router.refresh();
    },
  });
  const { email, invited_by: name } = invitation;
  return (
    <Entrance
      heading={t('invite.heading')}
      lead={t('invite.lead', { name, email })}
      footer={t('signIn.footer')}
    >
      <EntranceForm entry={accept} submit={t('invite.submit')} pending={t('invite.pending')}>
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <Field label={t('invite.name')}>
          <Input name="name" autoComplete="name" required maxLength={80} dir="auto" />
        </Field>
        <PasswordField isNew name="password" label={t('signIn.password')} />
      </EntranceForm>
    </Entrance>
  );
}
