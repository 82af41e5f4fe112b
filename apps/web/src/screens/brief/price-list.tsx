'use client';
import { useQuery } from '@tanstack/react-query';
import { queries } from '#src/data/queries.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';

/** What each stage will cost at most, before it is spent. */
export function PriceList() {
  const { t, maybe, money, price } = useTranslator();
  const { session } = useAd();
  const { data: estimate } = useQuery({
    ...queries.estimate(session.id, session.version),
    placeholderData: (previous) => previous,
  });
  const hasCost = estimate === undefined || estimate.total_max_usd > 0;
  return (
    <section className="flex flex-col gap-3">
      <h3 className="text-sm font-semibold">{t('estimate.title')}</h3>
      {estimate === undefined ? (
        <div aria-hidden className="shimmer h-32 rounded-control bg-raised" />
      ) : (
        <table className="figures w-full max-w-md text-sm">
          <tbody>
            {estimate.stages.map(({ stage, model, calls, max_usd: maxUsd }) => (
              <tr key={`${stage}-${model}`} className="border-b">
                <th scope="row" className="py-2 text-start font-normal">
                  {maybe(`stage.${stage}`) ?? stage}
                  {maxUsd > 0 && (
                    <span dir="auto" className="block text-xs text-quiet">
                      {calls} × {model}
                    </span>
                  )}
                </th>
                <td className="py-2 text-end align-top">{price(maxUsd)}</td>
              </tr>
            ))}
            {hasCost && (
              <tr>
                <th scope="row" className="pt-3 text-start font-semibold">
                  {t('estimate.total')}
                </th>
                <td className="pt-3 text-end font-semibold">{money(estimate.total_max_usd)}</td>
              </tr>
            )}
          </tbody>
        </table>
      )}
      {estimate?.notices.map((notice) => (
        <p key={notice} dir="auto" className="max-w-md text-sm">
          {notice}
        </p>
      ))}
      <p className="text-xs text-quiet">
        {hasCost ? t('estimate.note', { cap: money(session.cap_usd) }) : t('newAd.free')}
      </p>
    </section>
  );
}
