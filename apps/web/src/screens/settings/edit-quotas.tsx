'use client';
import type { Account, OwnQuotas } from '@spotsmith/contract/account';
import { QUOTAS, type QuotaName } from '@spotsmith/contract/words';
import { Button } from '#src/components/ui/button.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { Form } from '#src/components/ui/form.tsx';
import { Input } from '#src/components/ui/input.tsx';
import { LateDialog } from '#src/components/ui/late-dialog.ts';
import { Notice } from '#src/components/ui/notice.tsx';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useEditUser } from './use-edit-user.ts';

const GB = 1e9;
/** What one of the field's unit is in the quota's. */
const unitOf = (name: QuotaName) => (name === 'disk_bytes' ? GB : 1);

/** How much somebody may use of the installation, where it is not what everybody may. */
export function EditQuotas({ user, onClose }: { user: Account; onClose: () => void }) {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const edit = useEditUser(user.id, onClose);
  return (
    <LateDialog
      isOpen
      onClose={onClose}
      title={t('users.quotasOf', { name: user.full_name })}
      description={t('users.quotasLead')}
    >
      <Form onSend={(form) => edit.mutate({ quotas: quotasIn(form) })} className="flex flex-col gap-4">
        {QUOTAS.map((name) => {
          const own = user.quotas[name];
          return (
            <Field key={name} label={t(name === 'disk_bytes' ? 'users.quotaGb' : `quota.${name}`)}>
              <Input
                name={name}
                type="number"
                inputMode="decimal"
                min={0}
                step={name === 'disk_bytes' ? '0.1' : '1'}
                dir="ltr"
                defaultValue={own === null ? '' : own / unitOf(name)}
                placeholder={t('users.quotaAsAll')}
                className="figures"
              />
            </Field>
          );
        })}
        {edit.isError && <Notice tone="danger">{inWords(edit.error)}</Notice>}
        <Button type="submit" look="primary" disabled={edit.isPending}>
          {t('users.quotasKeep')}
        </Button>
      </Form>
    </LateDialog>
  );
}

function quotasIn(form: FormData): Partial<OwnQuotas> {
  return Object.fromEntries(
    QUOTAS.map((name) => {
      const text = form.get(name);
      return [name, text === '' || text === null ? null : Math.round(Number(text) * unitOf(name))];
    }),
  );
}
