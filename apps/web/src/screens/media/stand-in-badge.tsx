'use client';
import type { Asset } from '@spotsmith/contract/assets';
import { providerFor } from '@spotsmith/contract/provider-for';
import { Badge } from '#src/components/ui/badge.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';

/** Says that the local studio made this in place of the hosted model that was chosen. */
export function StandInBadge({ asset }: { asset: Asset }) {
  const { t } = useTranslator();
  const { session } = useAd();
  const wished = providerFor(asset.kind === 'clip' ? 'clip' : 'image', session.options, 'studio');
  if (asset.provider !== 'studio' || wished === 'studio') return null;
  return <Badge tone="warning">{t('provider.studio')}</Badge>;
}
