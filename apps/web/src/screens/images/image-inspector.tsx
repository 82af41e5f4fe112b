'use client';
import type { Asset } from '@spotsmith/contract/assets';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Facts } from '#src/screens/media/facts.tsx';
import { RedrawForm } from '#src/screens/media/redraw-form.tsx';
import { VersionStrip } from '#src/screens/media/version-strip.tsx';

/** The selected image: what it was made from, drawing it again, its earlier versions. */
export function ImageInspector({ image, onDone }: { image: Asset; onDone?: () => void }) {
  const { t } = useTranslator();
  return (
    <div className="flex flex-col gap-6">
      <RedrawForm
        asset={image}
        label={t('images.prompt')}
        action={t('images.redraw')}
        hint={t('images.redrawHint')}
        {...(onDone === undefined ? {} : { onDone })}
      />
      <VersionStrip asset={image} />
      <Facts asset={image} />
    </div>
  );
}
