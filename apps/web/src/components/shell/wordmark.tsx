/** A spot of light on a clapper: the product's mark and name. */
export function Wordmark() {
  return (
    <span className="flex items-center gap-2.5 text-base font-semibold tracking-tight">
      <Mark />
      Spotsmith
    </span>
  );
}

export function Mark({ className = 'size-6' }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden className={className}>
      <rect x="1.5" y="4" width="21" height="16" rx="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="12" cy="12" r="4.25" fill="var(--accent)" />
    </svg>
  );
}
