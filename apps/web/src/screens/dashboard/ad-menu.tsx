'use client';
import type { Session, SessionSummary } from '@spotsmith/contract/sessions';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Copy, Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState, type ReactNode } from 'react';
import { Menu, MenuItem, MenuLine } from '#src/components/ui/menu.tsx';
import { useToast } from '#src/components/ui/toaster.tsx';
import { callApi } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { usePin } from '../keeping/use-pin.ts';
import { RenameDialog } from './rename-dialog.tsx';
import { useRestore } from './use-restore.ts';

/** Rename, duplicate, pin, delete. Deleting asks nothing and can be taken back. */
export function AdMenu({ ad, trigger }: { ad: SessionSummary; trigger: ReactNode }) {
  const { t } = useTranslator();
  const router = useRouter();
  const client = useQueryClient();
  const toast = useToast();
  const inWords = useProblemWords();
  const [isRenaming, setRenaming] = useState(false);
  const path = `/api/sessions/${ad.id}`;
  const refresh = () => client.invalidateQueries({ queryKey: ['sessions'] });
  const tell = (error: unknown) => toast({ title: t('problem.title'), detail: inWords(error) });

  const restore = useRestore(ad.id);
  const remove = useMutation({
    mutationFn: () => callApi(path, { method: 'DELETE' }),
    onSuccess: async () => {
      toast({
        title: t('dashboard.deleted', { title: ad.title }),
        action: { label: t('action.undo'), run: () => restore.mutate() },
      });
      await refresh();
    },
    onError: tell,
  });
  const duplicate = useMutation({
    mutationFn: () => callApi<Session>(`${path}/duplicate`, { method: 'POST' }),
    onSuccess: (copy) => router.push(`/ads/${copy.id}`),
    onError: tell,
  });
  return (
    <>
      <Menu isOpenAtFirst trigger={trigger}>
        <MenuItem onSelect={() => setRenaming(true)}>
          <Pencil />
          {t('action.rename')}
        </MenuItem>
        <MenuItem onSelect={() => duplicate.mutate()}>
          <Copy />
          {t('action.duplicate')}
        </MenuItem>
        <PinItem ad={ad} />
        <MenuLine />
        <MenuItem isDanger onSelect={() => remove.mutate()}>
          <Trash2 />
          {t('action.delete')}
        </MenuItem>
      </Menu>
      {isRenaming && <RenameDialog ad={ad} onClose={() => setRenaming(false)} />}
    </>
  );
}

/** Only where ads are removed for their age. */
function PinItem({ ad }: { ad: SessionSummary }) {
  const { t } = useTranslator();
  const { data: installation } = useQuery(queries.installation());
  const pin = usePin(ad.id);
  if (installation?.retention_days == null) return null;
  return (
    <MenuItem onSelect={() => pin.mutate(!ad.is_pinned)}>
      {ad.is_pinned ? <PinOff /> : <Pin />}
      {t(ad.is_pinned ? 'keeping.letGo' : 'keeping.keep')}
    </MenuItem>
  );
}
