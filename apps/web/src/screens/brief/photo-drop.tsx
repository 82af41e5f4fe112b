'use client';
import { MAX_PHOTOS } from '@spotsmith/contract/limits';
import { clsx } from 'clsx';
import { ImageIcon, ImagePlus, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { FileTrigger } from '#src/components/ui/file-trigger.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { sortPhotos } from './sort-photos.ts';

/** Product photos, by dropping, pasting or choosing. */
export function PhotoDrop({ photos, onChange }: { photos: File[]; onChange: (photos: File[]) => void }) {
  const { t } = useTranslator();
  const [isOver, setOver] = useState(false);
  const [refused, setRefused] = useState<string[]>([]);

  const add = (files: Iterable<File>) => {
    const sorted = sortPhotos([...files], MAX_PHOTOS - photos.length);
    if (sorted.taken.length > 0) onChange([...photos, ...sorted.taken]);
    setRefused(
      sorted.refused.map(({ file, reason }) => t(`photos.${reason}`, { name: file.name, most: MAX_PHOTOS })),
    );
  };

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      add(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  });

  // The whole page takes the photos: a file that is dropped beside the field would replace the page in the browser.
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const onDragLeave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      add(event.dataTransfer?.files ?? []);
    };
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
    };
  });

  return (
    <div className="flex flex-col gap-2">
      <span className="text-sm font-medium" id="photos-label">
        {t('photos.label')}
      </span>
      <div
        role="group"
        aria-labelledby="photos-label"
        className={clsx(
          'rounded-media border border-dashed p-4 transition-colors',
          isOver ? 'border-accent bg-accent-wash' : 'border-edge bg-surface',
        )}
      >
        <ul className="grid grid-cols-2 gap-3 empty:hidden sm:grid-cols-3">
          {photos.map((photo, index) => (
            <Photo
              key={`${photo.name}-${photo.size}-${photo.lastModified}`}
              photo={photo}
              onRemove={() => onChange(photos.toSpliced(index, 1))}
            />
          ))}
        </ul>
        <div
          className={clsx(
            'flex flex-wrap items-center gap-x-4 gap-y-2',
            photos.length === 0 ? 'flex-col py-8 text-center' : 'pt-4',
          )}
        >
          <FileTrigger
            isMultiple
            label={t('photos.choose')}
            accept="image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif"
            onChoose={add}
          >
            <Button disabled={photos.length >= MAX_PHOTOS}>
              <ImagePlus />
              {t('photos.choose')}
            </Button>
          </FileTrigger>
          <p className="max-w-[46ch] text-sm text-balance text-quiet">{t('photos.hint')}</p>
        </div>
      </div>
      <div role="alert" className="text-sm text-danger">
        {refused.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </div>
  );
}

function Photo({ photo, onRemove }: { photo: File; onRemove: () => void }) {
  const { t } = useTranslator();
  const [url, setUrl] = useState<string>();
  // Few browsers can show a HEIC; the server reads it all the same.
  const [hasNoPreview, setNoPreview] = useState(false);
  useEffect(() => {
    const made = URL.createObjectURL(photo);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [photo]);
  return (
    <li className="relative aspect-[4/3] overflow-hidden rounded-media bg-raised">
      {hasNoPreview ? (
        <span className="flex size-full flex-col items-center justify-center gap-2 px-3 text-sm text-quiet">
          <ImageIcon aria-hidden className="size-6 stroke-[1.5]" />
          <span className="max-w-full truncate">{photo.name}</span>
        </span>
      ) : (
        url !== undefined && (
          <img
            src={url}
            alt={photo.name}
            onError={() => setNoPreview(true)}
            className="size-full object-contain"
          />
        )
      )}
      <Button
        size="icon"
        onClick={onRemove}
        aria-label={t('photos.remove', { name: photo.name })}
        className="absolute end-2 top-2"
      >
        <X />
      </Button>
    </li>
  );
}
