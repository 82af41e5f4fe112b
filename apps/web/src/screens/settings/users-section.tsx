'use client';
import type { Account, Invitation, User } from '@spotsmith/contract/account';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2, UserPlus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Badge } from '#src/components/ui/badge.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { LateDialog } from '#src/components/ui/late-dialog.ts';
import { Form } from '#src/components/ui/form.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { Notice } from '#src/components/ui/notice.tsx';
import { PasswordField } from '#src/components/ui/password-field.tsx';
import { callApi } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { InviteUser } from './invite-user.tsx';
import { Section } from './section.tsx';
import { useEditUser } from './use-edit-user.ts';

// Not for who is alone here.
const EditQuotas = dynamic(() => import('./edit-quotas.tsx').then((file) => file.EditQuotas));
const UserActions = dynamic(() => import('./user-actions.tsx').then((file) => file.UserActions));

/** Everybody with an account, for owners. */
export function UsersSection({ me }: { me: User }) {
  const { t } = useTranslator();
  const { data: users = [] } = useQuery(queries.users());
  const { data: invitations = [] } = useQuery(queries.invitations());
  const [isInviting, setInviting] = useState(false);
  const [resetting, setResetting] = useState<Account | null>(null);
  const [limiting, setLimiting] = useState<Account | null>(null);

  return (
    <Section id="users" title={t('settings.users')} lead={t('users.lead')}>
      <ul className="flex flex-col">
        {users.map((user) => (
          <UserRow
            key={user.id}
            user={user}
            isMe={user.id === me.id}
            onReset={() => setResetting(user)}
            onLimit={() => setLimiting(user)}
          />
        ))}
        {invitations.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
      <Button className="self-start" onClick={() => setInviting(true)}>
        <UserPlus />
        {t('users.add')}
      </Button>
      {isInviting && <InviteUser onClose={() => setInviting(false)} />}
      {resetting !== null && <ResetPassword user={resetting} onClose={() => setResetting(null)} />}
      {limiting !== null && <EditQuotas user={limiting} onClose={() => setLimiting(null)} />}
    </Section>
  );
}

type UserRowProps = { user: Account; isMe: boolean; onReset: () => void; onLimit: () => void };

function UserRow({ user, isMe, onReset, onLimit }: UserRowProps) {
  const { t } = useTranslator();
  return (
    <li className="flex items-center justify-between gap-4 border-b py-2 text-sm">
      <span className="min-w-0">
        <span dir="auto">{user.full_name}</span>
        <span className="block truncate text-xs text-quiet">{user.email}</span>
      </span>
      <span className="flex items-center gap-2">
        {user.is_disabled && <Badge tone="warning">{t('users.disabled')}</Badge>}
        <Badge>{t(`role.${user.role}`)}</Badge>
        {!isMe && <UserActions user={user} onReset={onReset} onLimit={onLimit} />}
      </span>
    </li>
  );
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t, date } = useTranslator();
  const client = useQueryClient();
  const { id, email, role, expires_at: expiresAt } = invitation;
  const withdraw = useMutation({
    mutationFn: () => callApi(`/api/invitations/${id}`, { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: queries.invitations().queryKey }),
  });
  return (
    <li className="flex items-center justify-between gap-4 border-b py-2 text-sm">
      <span className="min-w-0">
        <span className="block truncate">{email}</span>
        <span className="figures block text-xs text-quiet">
          {t('users.invited', { date: date(expiresAt) })}
        </span>
      </span>
      <span className="flex items-center gap-2">
        <Badge>{t(`role.${role}`)}</Badge>
        <IconButton label={t('users.withdraw', { email })} onClick={() => withdraw.mutate()}>
          <Trash2 />
        </IconButton>
      </span>
    </li>
  );
}

function ResetPassword({ user, onClose }: { user: Account; onClose: () => void }) {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const edit = useEditUser(user.id, onClose);
  return (
    <LateDialog
      isOpen
      onClose={onClose}
      title={t('users.resetOf', { name: user.full_name })}
      description={t('users.resetLead')}
    >
      <Form
        onSend={(form) => {
          const password = form.get('password');
          if (typeof password === 'string') edit.mutate({ password });
        }}
        className="flex flex-col gap-4"
      >
        <PasswordField isNew name="password" label={t('account.new')} />
        {edit.isError && <Notice tone="danger">{inWords(edit.error)}</Notice>}
        <Button type="submit" look="primary" disabled={edit.isPending}>
          {t('users.reset')}
        </Button>
      </Form>
    </LateDialog>
  );
}
