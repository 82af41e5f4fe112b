'use client';
import type { BrandKit } from '@spotsmith/contract/brand';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ImagePlus, Trash2, Upload } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { FileTrigger } from '#src/components/ui/file-trigger.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { callApi } from '#src/data/call-api.ts';
import { queries } from '#src/data/queries.ts';
import { LOGO_TYPES } from '#src/data/upload-file.ts';
import { useProblemWords } from '#src/i18n/problem-words.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';

/** The logo on the ground that shows it, to be put in, changed and taken away. */
export function BrandLogo({ url }: { url: string | null }) {
  const { t } = useTranslator();
  const inWords = useProblemWords();
  const client = useQueryClient();
  // Only the logo: what was changed beside it while it was on its way is shown already.
  const show = ({ logo_url }: BrandKit) =>
    client.setQueryData(queries.brandKit().queryKey, (kit) => kit && { ...kit, logo_url });
  const change = useMutation({
    scope: { id: '/api/brand-kit' },
    mutationFn: (file: File | null) => {
      const body = new FormData();
      if (file === null) return callApi<BrandKit>('/api/brand-kit/logo', { method: 'DELETE' });
      body.set('file', file);
      return callApi<BrandKit>('/api/brand-kit/logo', { method: 'POST', body });
    },
    onSuccess: show,
  });
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-sm font-medium">{t('finish.logo')}</span>
      <div className="flex items-center gap-4">
        {url === null ? (
          <span className="grid h-20 w-32 place-items-center rounded-media border border-dashed border-edge text-quiet">
            <ImagePlus aria-hidden className="size-6 stroke-1" />
          </span>
        ) : (
          <span className="flex h-20 w-32 overflow-hidden rounded-media">
            {/* A logo may be dark or light: it is seen on both. */}
            <img src={url} alt={t('finish.logo')} className="w-1/2 bg-black object-contain p-2" />
            <img src={url} alt="" className="w-1/2 bg-white object-contain p-2" />
          </span>
        )}
        <div className="flex flex-col items-start gap-1.5">
          <div className="flex gap-1.5">
            <FileTrigger
              label={t('finish.logoAdd')}
              accept={LOGO_TYPES}
              onChoose={([file]) => file !== undefined && change.mutate(file)}
            >
              <Button disabled={change.isPending}>
                <Upload />
                {t(
                  change.isPending ? 'photos.sending' : url === null ? 'finish.logoAdd' : 'finish.logoChange',
                )}
              </Button>
            </FileTrigger>
            {url !== null && (
              <IconButton label={t('action.remove')} onClick={() => change.mutate(null)}>
                <Trash2 />
              </IconButton>
            )}
          </div>
          <p className="text-xs text-quiet">{t('brand.logoHint')}</p>
        </div>
      </div>
      {change.isError && (
        <p role="alert" className="max-w-[50ch] text-sm text-danger">
          {inWords(change.error)}
        </p>
      )}
    </div>
  );
}
