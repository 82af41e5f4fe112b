import type { ReactNode } from 'react';

type SectionProps = { id: string; title: string; lead?: string; children: ReactNode };

export function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="flex scroll-mt-24 flex-col gap-4">
      <div>
        <h2 id={`${id}-title`} className="text-lg font-semibold">
          {title}
        </h2>
        {lead !== undefined && <p className="mt-1 max-w-[70ch] text-sm text-quiet">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
