'use client';
import type { NewSecondFactor, RecoveryCodes, User } from '@spotsmith/contract/account';
import { useMutation } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { Form } from '#src/components/ui/form.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { LateDialog } from '#src/components/ui/late-dialog.ts';
import { Notice } from '#src/components/ui/notice.tsx';
import { PasswordField } from '#src/components/ui/password-field.tsx';
import { callApi } from '#src/data/call-api.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';

const PATH = '/api/auth/second-factor';
const QrCode = dynamic(() => import('./qr-code.tsx').then((file) => file.QrCode));

/** A code of an authenticator app beside the password: added, or taken away again. */
export function SecondFactor({ user }: { user: User }) {
  const { t } = useTranslator();
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const has = user.has_second_factor;
  const close = () => {
    setOpen(false);
    router.refresh();
  };
  return (
    <div className="flex flex-col gap-3 border-t pt-6">
      <div>
        <h3 className="text-sm font-medium">{t('factor.title')}</h3>
        <p className="max-w-[70ch] text-sm text-quiet">{t(has ? 'factor.isOn' : 'factor.isOff')}</p>
      </div>
      <Button className="self-start" onClick={() => setOpen(true)}>
        {t(has ? 'factor.remove' : 'factor.add')}
      </Button>
      {isOpen && (has ? <Remove onClose={close} /> : <Add onClose={close} />)}
    </div>
  );
}

function Add({ onClose }: { onClose: () => void }) {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const start = useMutation({
    mutationFn: (form: FormData) =>
      callApi<NewSecondFactor>(PATH, { method: 'POST', body: { password: form.get('password') } }),
  });
  const confirm = useMutation({
    mutationFn: (form: FormData) =>
      callApi<RecoveryCodes>(`${PATH}/confirm`, { method: 'POST', body: { code: form.get('code') } }),
  });
  const { data: factor } = start;
  const { data: recovery } = confirm;
  const lead = recovery ? 'factor.keepCodes' : factor ? 'factor.scan' : 'factor.addLead';
  return (
    <LateDialog isOpen onClose={onClose} title={t('factor.add')} description={t(lead)}>
      {recovery !== undefined ? (
        <div className="flex flex-col gap-4">
          <ul
            className="grid grid-cols-2 gap-2 rounded-control bg-ground p-3 font-mono text-sm select-all"
            dir="ltr"
          >
            {recovery.recovery_codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <Button look="primary" onClick={onClose}>
            {t('factor.done')}
          </Button>
        </div>
      ) : factor !== undefined ? (
        <Form key="confirm" onSend={(form) => confirm.mutate(form)} className="flex flex-col gap-4">
          <QrCode text={factor.otpauth_url} label={t('factor.qr')} />
          <Field label={t('factor.secret')}>
            <Input
              readOnly
              dir="ltr"
              value={factor.secret}
              onFocus={(event) => event.currentTarget.select()}
            />
          </Field>
          <Field label={t('factor.code')}>
            <Input
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              required
              maxLength={7}
              dir="ltr"
            />
          </Field>
          {confirm.isError && <Notice tone="danger">{inWords(confirm.error)}</Notice>}
          <Button type="submit" look="primary" disabled={confirm.isPending}>
            {t('factor.confirm')}
          </Button>
        </Form>
      ) : (
        <Form key="start" onSend={(form) => start.mutate(form)} className="flex flex-col gap-4">
          <PasswordField name="password" label={t('account.current')} />
          {start.isError && <Notice tone="danger">{inWords(start.error)}</Notice>}
          <Button type="submit" look="primary" disabled={start.isPending}>
            {t('factor.next')}
          </Button>
        </Form>
      )}
    </LateDialog>
  );
}

function Remove({ onClose }: { onClose: () => void }) {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const remove = useMutation({
    mutationFn: (form: FormData) =>
      callApi(`${PATH}/remove`, { method: 'POST', body: { password: form.get('password') } }),
    onSuccess: onClose,
  });
  return (
    <LateDialog isOpen onClose={onClose} title={t('factor.remove')} description={t('factor.removeLead')}>
      <Form onSend={(form) => remove.mutate(form)} className="flex flex-col gap-4">
        <PasswordField name="password" label={t('account.current')} />
        {remove.isError && <Notice tone="danger">{inWords(remove.error)}</Notice>}
        <Button type="submit" look="danger" disabled={remove.isPending}>
          {t('factor.remove')}
        </Button>
      </Form>
    </LateDialog>
  );
}
