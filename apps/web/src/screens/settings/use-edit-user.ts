'use client';
import type { EditUser } from '@spotsmith/contract/account';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';

/** Changes somebody's role, password or access. */
export function useEditUser(id: string, onDone?: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (edit: EditUser) => callApi(`/api/users/${id}`, { method: 'PATCH', body: edit }),
    onSuccess: async () => {
      onDone?.();
      await client.invalidateQueries({ queryKey: queries.users().queryKey });
    },
  });
}
