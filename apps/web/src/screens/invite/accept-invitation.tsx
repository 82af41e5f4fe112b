'use client';
import type { LoginAnswer, OpenInvitation } from '@spotsmith/contract/account';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { Button } from '#src/components/ui/button.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { Form } from '#src/components/ui/form.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { PasswordField } from '#src/components/ui/password-field.tsx';
import { useIsHydrated } from '#src/components/use-is-hydrated.ts';
import { callApi } from '#src/data/call-api.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Entrance } from '#src/screens/sign-in/entrance.tsx';

/** Whoever is invited chooses a name and a password, and is in. */
export function AcceptInvitation({ token, invitation }: { token: string; invitation: OpenInvitation }) {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const router = useRouter();
  const isReady = useIsHydrated();
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
      <Form onSend={(form) => accept.mutate(form)} className="flex flex-col gap-4">
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <Field label={t('invite.name')}>
          <Input name="name" autoComplete="name" required maxLength={80} dir="auto" />
        </Field>
        <PasswordField isNew name="password" label={t('signIn.password')} />
        {accept.isError && <Notice tone="danger">{inWords(accept.error)}</Notice>}
        <Button
          type="submit"
          look="primary"
          size="large"
          disabled={!isReady || accept.isPending || accept.isSuccess}
        >
          {accept.isPending ? t('invite.pending') : t('invite.submit')}
        </Button>
      </Form>
    </Entrance>
  );
}
