'use client';
import type { Asset } from '@spotsmith/contract/assets';
import type { Approval } from '@spotsmith/contract/words';
import { Check, ChevronLeft, ChevronRight, Columns2, X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { directionOf } from '#src/i18n/locales.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';

type ImagePreviewProps = {
  image: Asset;
  onMove: (by: 1 | -1) => void;
  onApproval: (approval: Approval) => void;
  onClose: () => void;
};

/** One image, as large as the window, beside the original photo if wanted. */
export function ImagePreview({ image, onMove, onApproval, onClose }: ImagePreviewProps) {
  const { t, locale } = useTranslator();
  const { session } = useAd();
  const [isComparing, setComparing] = useState(false);
  const photo = session.photos.find(({ url }) => url !== null);
  const view = image.view === null ? '' : t(`view.${image.view}`);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isRightToLeft = directionOf(locale) === 'rtl';
    const act = {
      arrowright: () => onMove(isRightToLeft ? -1 : 1),
      arrowleft: () => onMove(isRightToLeft ? 1 : -1),
      a: () => onApproval('approved'),
      r: () => onApproval('rejected'),
      c: () => setComparing((was) => photo !== undefined && !was),
    }[event.key.toLowerCase()];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

  return (
    <Dialog
      shape="stage"
      isOpen
      onClose={onClose}
      onKeyDown={onKeyDown}
      title={t('images.name', { n: image.position + 1, view })}
    >
      <div className="flex min-h-0 flex-1 flex-col gap-4">
        <div className="flex min-h-0 flex-1 flex-col gap-3 md:flex-row">
          {isComparing && photo !== undefined && (
            <figure className="flex min-h-0 flex-1 flex-col justify-center gap-2">
              <img src={photo.url ?? ''} alt={t('photos.yours')} className="min-h-0 w-full object-contain" />
              <figcaption className="text-center text-xs text-quiet">{t('photos.yours')}</figcaption>
            </figure>
          )}
          <figure className="flex min-h-0 flex-1 flex-col justify-center gap-2">
            {image.url !== null && (
              <img
                key={image.id}
                src={image.url}
                alt={image.prompt ?? view}
                className="min-h-0 w-full animate-arrive object-contain"
              />
            )}
            {isComparing && <figcaption className="text-center text-xs text-quiet">{view}</figcaption>}
          </figure>
        </div>
        <div className="flex flex-wrap items-center justify-center gap-x-1.5 gap-y-2 sm:gap-x-2">
          <IconButton label={t('action.previous')} onClick={() => onMove(-1)}>
            <ChevronLeft className="rtl:rotate-180" />
          </IconButton>
          <Button
            aria-pressed={image.approval === 'rejected'}
            onClick={() => onApproval('rejected')}
            className="max-sm:px-3"
          >
            <X />
            {t(image.approval === 'rejected' ? 'approval.rejected' : 'action.reject')}
          </Button>
          <Button
            look={image.approval === 'approved' ? 'primary' : 'secondary'}
            aria-pressed={image.approval === 'approved'}
            onClick={() => onApproval('approved')}
            className="max-sm:px-3"
          >
            <Check />
            {t(image.approval === 'approved' ? 'approval.approved' : 'action.approve')}
          </Button>
          {photo !== undefined && (
            <Button
              aria-pressed={isComparing}
              onClick={() => setComparing(!isComparing)}
              className="max-sm:order-last"
            >
              <Columns2 />
              {t('images.compare')}
            </Button>
          )}
          <IconButton label={t('action.next')} onClick={() => onMove(1)}>
            <ChevronRight className="rtl:rotate-180" />
          </IconButton>
        </div>
      </div>
    </Dialog>
  );
}
