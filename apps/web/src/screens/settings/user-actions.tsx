'use client';
import type { Account } from '@spotsmith/contract/account';
import { Ellipsis } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { Menu, MenuItem } from '#src/components/ui/menu.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useEditUser } from './use-edit-user.ts';

type UserActionsProps = { user: Account; onReset: () => void; onLimit: () => void };

/** What an owner may do with somebody else's account. */
export function UserActions({ user, onReset, onLimit }: UserActionsProps) {
  const { t } = useTranslator();
  const edit = useEditUser(user.id);
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label={t('users.more', { name: user.full_name })}>
          <Ellipsis />
        </Button>
      }
    >
      <MenuItem onSelect={() => edit.mutate({ role: user.role === 'owner' ? 'member' : 'owner' })}>
        {t(user.role === 'owner' ? 'users.makeMember' : 'users.makeOwner')}
      </MenuItem>
      <MenuItem onSelect={onReset}>{t('users.reset')}</MenuItem>
      <MenuItem onSelect={onLimit}>{t('users.quotas')}</MenuItem>
      <MenuItem isDanger={!user.is_disabled} onSelect={() => edit.mutate({ is_disabled: !user.is_disabled })}>
        {t(user.is_disabled ? 'users.enable' : 'users.disable')}
      </MenuItem>
    </Menu>
  );
}
