'use client';
import type { Asset } from '@spotsmith/contract/assets';
import type { Approval } from '@spotsmith/contract/words';
import { clsx } from 'clsx';
import { Check, SlidersHorizontal, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tooltip } from '#src/components/ui/tooltip.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';

type ReviewButtonsProps = {
  asset: Asset;
  /** What the card shows, for screen readers: "Image 3, front". */
  name: string;
  onApproval: (approval: Approval) => void;
  onInspect: () => void;
};

/** Approve, reject, details: below the picture, never over it. */
export function ReviewButtons({ asset, name, onApproval, onInspect }: ReviewButtonsProps) {
  const { t } = useTranslator();
  return (
    <div className="flex items-center gap-1 @max-3xs:*:grow">
      {asset.status === 'ready' && (
        <>
          <Toggle
            label={t('action.approve')}
            name={name}
            shortcut="A"
            isOn={asset.approval === 'approved'}
            onClick={() => onApproval('approved')}
            look="aria-pressed:bg-accent-wash aria-pressed:text-accent"
          >
            <Check />
          </Toggle>
          <Toggle
            label={t('action.reject')}
            name={name}
            shortcut="R"
            isOn={asset.approval === 'rejected'}
            onClick={() => onApproval('rejected')}
            look="aria-pressed:bg-raised aria-pressed:text-text"
          >
            <X />
          </Toggle>
        </>
      )}
      <Tooltip label={t('action.details')}>
        <button
          type="button"
          aria-label={t('card.action', { action: t('action.details'), name })}
          onClick={onInspect}
          className={BUTTON}
        >
          <SlidersHorizontal />
        </button>
      </Tooltip>
    </div>
  );
}

const BUTTON =
  'grid size-9 place-items-center rounded-control text-quiet transition-colors hover:bg-raised hover:text-text [&_svg]:size-4 [&_svg]:stroke-[1.5]';

type ToggleProps = {
  label: string;
  name: string;
  shortcut: string;
  isOn: boolean;
  onClick: () => void;
  look: string;
  children: ReactNode;
};

function Toggle({ label, name, shortcut, isOn, onClick, look, children }: ToggleProps) {
  const { t } = useTranslator();
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <button
        type="button"
        aria-pressed={isOn}
        aria-label={t('card.action', { action: label, name })}
        aria-keyshortcuts={shortcut}
        onClick={onClick}
        className={clsx(BUTTON, look)}
      >
        {children}
      </button>
    </Tooltip>
  );
}
