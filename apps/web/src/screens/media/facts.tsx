'use client';
import type { Asset } from '@spotsmith/contract/assets';
import { useTranslator } from '#src/i18n/translator-context.tsx';

/** Size, model, price: what there is to know of a file. */
export function Facts({ asset }: { asset: Asset }) {
  const { t, price, bytes, seconds } = useTranslator();
  const facts: [string, string | null][] = [
    [t('facts.view'), asset.view === null ? null : t(`view.${asset.view}`)],
    [t('facts.size'), asset.width === null ? null : `${asset.width} × ${asset.height}`],
    [t('facts.length'), asset.seconds === null ? null : seconds(asset.seconds)],
    [t('facts.file'), asset.bytes === null ? null : bytes(asset.bytes)],
    [t('facts.model'), asset.model],
    [t('facts.price'), asset.price_usd === null ? null : price(asset.price_usd)],
  ];
  return (
    <section className="flex flex-col gap-3">
      <dl className="figures grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm">
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name} className="contents">
              <dt className="text-quiet">{name}</dt>
              <dd className="min-w-0 truncate text-end">
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
        )}
      </dl>
      {asset.warnings.length > 0 && (
        <ul className="flex flex-col gap-1.5 text-sm text-warning">
          {asset.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
