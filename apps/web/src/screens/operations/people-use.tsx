'use client';
import { useQuery } from '@tanstack/react-query';
import { queries } from '#src/data/queries.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { Section } from '#src/screens/settings/section.tsx';

/** What everybody has here and spent lately, who takes most room first. */
export function PeopleUse() {
  const { t, bytes, price, date } = useTranslator();
  const { data: users } = useQuery(queries.users());
  const { data: use } = useQuery(queries.use());
  const names = new Map(users?.map((user) => [user.id, user]));
  return (
    <Section id="people" title={t('operations.people')} lead={t('operations.peopleLead')}>
      {use === undefined || users === undefined ? (
        <div aria-hidden className="shimmer h-24 rounded-control bg-raised" />
      ) : (
        <div className="overflow-x-auto">
          <table className="figures w-full min-w-lg text-sm">
            <thead>
              <tr className="border-b text-xs text-quiet">
                <th scope="col" className="py-2 text-start font-normal">
                  {t('operations.person')}
                </th>
                {(['ads', 'room', 'spent', 'lastActive'] as const).map((column) => (
                  <th key={column} scope="col" className="py-2 ps-4 text-end font-normal">
                    {t(`operations.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {use
                .toSorted((one, other) => other.bytes - one.bytes)
                .map(({ user_id: id, ads, bytes: size, spent_usd: spent, last_active_at: last }) => (
                  <tr key={id} className="border-b">
                    <th scope="row" className="py-2 text-start font-normal">
                      <span dir="auto">{names.get(id)?.full_name}</span>
                      <span className="block text-xs text-quiet">{names.get(id)?.email}</span>
                    </th>
                    <td className="py-2 ps-4 text-end">{ads}</td>
                    <td className="py-2 ps-4 text-end">{bytes(size)}</td>
                    <td className="py-2 ps-4 text-end">{price(spent)}</td>
                    <td className="py-2 ps-4 text-end">{last === null ? '–' : date(last)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}
