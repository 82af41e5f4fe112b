'use client';
import type { User } from '@spotsmith/contract/account';
import { useMutation } from '@tanstack/react-query';
import { Button } from '#src/components/ui/button.tsx';
import { Form } from '#src/components/ui/form.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { PasswordField } from '#src/components/ui/password-field.tsx';
import { callApi } from '#src/data/call-api.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { OwnData } from './own-data.tsx';
import { SecondFactor } from './second-factor.tsx';
import { Section } from './section.tsx';

export function AccountSection({ user }: { user: User }) {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const change = useMutation({
    mutationFn: (form: FormData) =>
      callApi('/api/auth/password', {
        method: 'POST',
        body: { current_password: form.get('current'), new_password: form.get('new') },
      }),
  });
  return (
    <Section id="account" title={t('settings.account')} lead={`${user.full_name} · ${user.email}`}>
      <Form onSend={(form) => change.mutate(form)} className="flex max-w-md flex-col gap-4">
        <input type="email" autoComplete="username" value={user.email} readOnly hidden />
        <PasswordField name="current" label={t('account.current')} />
        <PasswordField isNew name="new" label={t('account.new')} />
        {change.isError && <Notice tone="danger">{inWords(change.error)}</Notice>}
        {change.isSuccess && <Notice tone="info">{t('account.changed')}</Notice>}
        <Button type="submit" className="self-start" disabled={change.isPending}>
          {t('account.change')}
        </Button>
      </Form>
      <SecondFactor user={user} />
      <OwnData />
    </Section>
  );
}
