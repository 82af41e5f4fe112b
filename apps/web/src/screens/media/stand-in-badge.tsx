'use client';
import type { Asset } from '@spotsmith/contract/assets';
import { Badge } from '#src/components/ui/badge.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';

/** Says that the local studio made this in place of the hosted model that was chosen. */
export function StandInBadge({ asset }: { asset: Asset }) {
  const { t } = useTranslator();
  const { session } = useAd();
  if (asset.provider !== 'studio' || (session.options.provider ?? 'studio') === 'studio') return null;
  return <Badge tone="warning">{t('provider.studio')}</Badge>;
}
