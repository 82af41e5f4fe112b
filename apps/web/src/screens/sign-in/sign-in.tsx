'use client';
import type { Installation, LoginAnswer } from '@spotsmith/contract/account';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Field } from '#src/components/ui/field.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { PasswordField } from '#src/components/ui/password-field.tsx';
import { ApiProblem } from '#src/data/api-problem.ts';
import { callApi } from '#src/data/call-api.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { EntranceForm } from './entrance-form.tsx';
import { Entrance } from './entrance.tsx';

type SignInProps = { demoLogin: Installation['demo_login']; next: string };

export function SignIn({ demoLogin, next }: SignInProps) {
  const { t } = useTranslator();
  const router = useRouter();
  const login = useMutation({
    mutationFn: (form: FormData) =>
      callApi<LoginAnswer>('/api/auth/login', {
        method: 'POST',
        body: {
          email: form.get('email'),
          password: form.get('password'),
          ...(form.has('code') && { code: form.get('code') }),
        },
      }),
    onSuccess: () => {
      router.push(next);
      router.refresh();
    },
  });

  const codes = ['code_needed', 'wrong_code'];
  const needsCode = login.error instanceof ApiProblem && codes.includes(login.error.code);
  // Once asked for, the field stays while a try is under way.
  const [asksForCode, setAsksForCode] = useState(false);
  if (needsCode && !asksForCode) setAsksForCode(true);

  return (
    <Entrance heading={t('signIn.heading')} lead={t('signIn.lead')} footer={t('signIn.footer')}>
      <EntranceForm entry={login} submit={t('signIn.submit')} pending={t('signIn.pending')}>
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
        {asksForCode && (
          <Field label={t('signIn.code')}>
            <Input
              name="code"
              autoComplete="one-time-code"
              required
              minLength={6}
              maxLength={40}
              autoFocus
              dir="ltr"
            />
          </Field>
        )}
      </EntranceForm>
      {demoLogin !== null && <p className="text-sm text-quiet">{t('signIn.demo')}</p>}
    </Entrance>
  );
}
