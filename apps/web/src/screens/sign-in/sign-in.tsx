'use client';
import type { Installation, LoginAnswer } from '@spotsmith/contract/account';
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
import { Entrance } from './entrance.tsx';

type SignInProps = { demoLogin: Installation['demo_login']; next: string };

export function SignIn({ demoLogin, next }: SignInProps) {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const router = useRouter();
  const isReady = useIsHydrated();
  const login = useMutation({
    mutationFn: (form: FormData) =>
      callApi<LoginAnswer>('/api/auth/login', {
        method: 'POST',
        body: { email: form.get('email'), password: form.get('password') },
      }),
    onSuccess: () => {
      router.push(next);
      router.refresh();
    },
  });

  return (
    <Entrance heading={t('signIn.heading')} lead={t('signIn.lead')} footer={t('signIn.footer')}>
      <Form onSend={(form) => login.mutate(form)} className="flex flex-col gap-4">
        <Field label={t('signIn.email')}>
          <Input
            name="email"
            type="email"
            autoComplete="username"
            required
            maxLength={254}
            defaultValue={demoLogin?.email}
          />
        </Field>
        <PasswordField name="password" label={t('signIn.password')} defaultValue={demoLogin?.password} />
        {login.isError && <Notice tone="danger">{inWords(login.error)}</Notice>}
        <Button
          type="submit"
          look="primary"
          size="large"
          disabled={!isReady || login.isPending || login.isSuccess}
        >
          {login.isPending ? t('signIn.pending') : t('signIn.submit')}
        </Button>
      </Form>
      {demoLogin !== null && <p className="text-sm text-quiet">{t('signIn.demo')}</p>}
    </Entrance>
  );
}
