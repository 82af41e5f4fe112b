'use client';
import { MAX_PHOTOS } from '@spotsmith/contract/limits';
import type { Asset } from '@spotsmith/contract/assets';
import type { Session } from '@spotsmith/contract/sessions';
import { clsx } from 'clsx';
import { Plus, X } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { FileTrigger } from '#src/components/ui/file-trigger.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { callApi } from '#src/data/call-api.ts';
import { uploadFile } from '#src/data/upload-file.ts';
import { useSessionAction } from '#src/data/use-session-action.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';

/** The product photos of the ad, each with its cut-out as soon as there is one. */
export function BriefPhotos() {
  const { t } = useTranslator();
  const { session } = useAd();
  const add = useSessionAction<File>(session.id, {
    send: async (_, file) => {
      await uploadFile(session.id, 'photos', file);
      return callApi<Session>(`/api/sessions/${session.id}`);
    },
  });
  const canChange = session.status === 'created' || session.status === 'reviewing_brief';
  if (session.photos.length === 0 && !canChange) return null;

  return (
    <div className="flex flex-wrap gap-3">
      {session.photos.map((photo) => (
        <Photo key={photo.id} photo={photo} canChange={canChange} />
      ))}
      {canChange && session.photos.length < MAX_PHOTOS && (
        <FileTrigger
          label={t('photos.add')}
          accept="image/*"
          onChoose={([file]) => file !== undefined && add.mutate(file)}
        >
          <button
            type="button"
            disabled={add.isPending}
            className="grid h-36 w-28 place-items-center content-center gap-2 rounded-media border border-dashed border-edge p-2 text-center text-xs text-quiet transition-colors hover:border-quiet hover:text-text"
          >
            <Plus aria-hidden className="size-5 stroke-[1.5]" />
            {t(add.isPending ? 'photos.sending' : 'photos.add')}
          </button>
        </FileTrigger>
      )}
    </div>
  );
}

function Photo({ photo, canChange }: { photo: Asset; canChange: boolean }) {
  const { t } = useTranslator();
  const { session } = useAd();
  const remove = useSessionAction<void>(session.id, {
    send: () => callApi<Session>(`/api/sessions/${session.id}/uploads/${photo.id}`, { method: 'DELETE' }),
    foresee: (shown) => ({ ...shown, photos: shown.photos.filter(({ id }) => id !== photo.id) }),
  });
  const isCutting = photo.status === 'queued' || photo.status === 'running';
  const { cutout } = photo;
  // The cutter is not sure, and nobody has decided yet.
  const isOpen = cutout !== null && !cutout.is_used && photo.approval === 'pending';
  return (
    <figure className={clsx('flex flex-col gap-1.5', isOpen ? 'w-72 max-w-full' : 'w-40')}>
      <div className={clsx('relative overflow-hidden rounded-media bg-raised', isOpen ? 'h-56' : 'h-36')}>
        {photo.url !== null && (
          <img src={photo.url} alt={t('photos.yours')} className="size-full object-contain" />
        )}
        {cutout?.is_used === true && (
          <img
            src={cutout.url}
            alt={t('photos.cutout')}
            className="absolute inset-0 size-full animate-arrive bg-raised object-contain"
          />
        )}
        {isOpen && cutout.mask_url !== null && photo.url !== null && (
          <KeptPart photoUrl={photo.url} maskUrl={cutout.mask_url} />
        )}
        {isCutting && <div className="shimmer absolute inset-0 opacity-40" />}
        {canChange && (
          <IconButton
            label={t('photos.removeThis')}
            look="secondary"
            className="absolute end-1.5 top-1.5"
            onClick={() => remove.mutate()}
          >
            <X />
          </IconButton>
        )}
      </div>
      <figcaption className="text-xs text-quiet">
        {isCutting
          ? t('photos.cutting')
          : (photo.warnings[0] ?? t(cutout?.is_used === true ? 'photos.ready' : 'photos.whole'))}
        {isOpen && <span className="mt-1 block">{t('photos.masked')}</span>}
      </figcaption>
      {cutout !== null && canChange && <CutoutChoice photo={photo} isOpen={isOpen} isUsed={cutout.is_used} />}
    </figure>
  );
}

/** The photo with what a cut-out would leave out in the dark, so that a person can judge what the cutter was not sure of. */
function KeptPart({ photoUrl, maskUrl }: { photoUrl: string; maskUrl: string }) {
  return (
    <div aria-hidden className="absolute inset-0 animate-arrive bg-black/75">
      <img
        src={photoUrl}
        alt=""
        className="size-full object-contain mask-contain mask-center mask-no-repeat mask-luminance"
        style={{ maskImage: `url(${JSON.stringify(maskUrl)})` }}
      />
    </div>
  );
}

type CutoutChoiceProps = { photo: Asset; isOpen: boolean; isUsed: boolean };

/** Where the product was not cut out well, the photo as a whole is shown on a card instead. */
function CutoutChoice({ photo, isOpen, isUsed }: CutoutChoiceProps) {
  const { t } = useTranslator();
  const { session } = useAd();
  const decide = useSessionAction<boolean>(session.id, {
    send: ({ version }, use) =>
      callApi<Session>(`/api/sessions/${session.id}/assets/${photo.id}`, {
        method: 'PATCH',
        body: { version, approval: use ? 'approved' : 'rejected' },
      }),
    foresee: (shown, use) => ({
      ...shown,
      photos: shown.photos.map((other) =>
        other.id === photo.id && other.cutout !== null
          ? {
              ...other,
              approval: use ? 'approved' : 'rejected',
              cutout: { ...other.cutout, is_used: use },
            }
          : other,
      ),
    }),
    about: (shown) => shown.photos.find(({ id }) => id === photo.id)?.cutout?.is_used,
  });
  return (
    <div className="flex flex-wrap gap-1.5">
      {(isOpen || isUsed) && (
        <Button size="small" onClick={() => decide.mutate(false)} disabled={decide.isPending}>
          {t('photos.useWhole')}
        </Button>
      )}
      {!isUsed && (
        <Button size="small" onClick={() => decide.mutate(true)} disabled={decide.isPending}>
          {t('photos.useCutout')}
        </Button>
      )}
    </div>
  );
}
