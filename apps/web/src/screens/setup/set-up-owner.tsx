'use client';
import type { LoginAnswer } from '@spotsmith/contract/account';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { Field } from '#src/components/ui/field.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { PasswordField } from '#src/components/ui/password-field.tsx';
import { callApi } from '#src/data/call-api.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { EntranceForm } from '#src/screens/sign-in/entrance-form.tsx';
import { Entrance } from '#src/screens/sign-in/entrance.tsx';

/** The owner of a new installation shows the code of its log, chooses a password, and is in. */
export function SetUpOwner() {
  const { t } = useTranslator();
  const router = useRouter();
  const setUp = useMutation({
    mutationFn: (form: FormData) =>
      callApi<LoginAnswer>('/api/setup', {
        method: 'POST',
        body: {
          code: form.get('code'),
          email: form.get('email'),
          full_name: form.get('name'),
          password: form.get('password'),
        },
      }),
    onSuccess: () => {
      // Going back does not lead to a form that is of no use any more.
      router.replace('/');
      router.refresh();
    },
  });
  return (
    <Entrance heading={t('setup.heading')} lead={t('setup.lead')} footer={t('signIn.footer')}>
      <EntranceForm entry={setUp} submit={t('invite.submit')} pending={t('invite.pending')}>
        <Field label={t('setup.code')}>
          <Input name="code" autoComplete="off" spellCheck={false} required maxLength={40} dir="ltr" />
        </Field>
        <Field label={t('signIn.email')}>
          <Input name="email" type="email" autoComplete="username" required maxLength={254} dir="ltr" />
        </Field>
        <Field label={t('invite.name')}>
          <Input name="name" autoComplete="name" required maxLength={80} dir="auto" />
        </Field>
        <PasswordField isNew name="password" label={t('signIn.password')} />
      </EntranceForm>
    </Entrance>
  );
}
