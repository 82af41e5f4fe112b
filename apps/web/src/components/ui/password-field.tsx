'use client';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Field } from './field.tsx';
import { Input } from './input.tsx';

type PasswordFieldProps = {
  name: string;
  label: string;
  /** One that is being chosen: it has a shortest length, says so, and the browser offers one. */
  isNew?: boolean;
  defaultValue?: string | undefined;
};

/** A password, known or newly chosen, as browsers and password managers expect it. */
export function PasswordField({ name, label, isNew = false, defaultValue }: PasswordFieldProps) {
  const { t } = useTranslator();
  return (
    <Field label={label} hint={isNew ? t('account.newHint') : undefined}>
      <Input
        name={name}
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        required
        minLength={isNew ? 8 : undefined}
        maxLength={128}
        defaultValue={defaultValue}
      />
    </Field>
  );
}
