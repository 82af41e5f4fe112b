'use client';
import { useQuery } from '@tanstack/react-query';
import { queries } from '#src/data/queries.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';

/** What the ad has cost, stage by stage. */
export function CostTable() {
  const { t, maybe, price } = useTranslator();
  const { session } = useAd();
  const { data: costs } = useQuery(queries.costs(session.id));
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-base font-semibold">{t('costs.title')}</h3>
      {costs === undefined ? (
        <div aria-hidden className="shimmer h-24 rounded-control bg-raised" />
      ) : costs.spent_usd === 0 && costs.held_usd === 0 ? (
        <p className="text-sm text-quiet">{t('costs.free')}</p>
      ) : (
        <table className="figures w-full text-sm">
          <tbody>
            {costs.by_stage.map(({ stage, calls, spent_usd: spent }) => (
              <tr key={stage} className="border-b">
                <th scope="row" className="py-2 text-start font-normal">
                  {maybe(`stage.${stage}`) ?? stage}
                  <span className="block text-xs text-quiet">{t('costs.calls', { count: calls })}</span>
                </th>
                <td className="py-2 text-end align-top">{price(spent)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row" className="pt-3 text-start font-semibold">
                {t('costs.total')}
              </th>
              <td className="pt-3 text-end font-semibold">{price(costs.spent_usd)}</td>
            </tr>
          </tbody>
        </table>
      )}
    </section>
  );
}
