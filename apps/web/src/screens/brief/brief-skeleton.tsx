/** The shape of the brief while it is being written. */
export function BriefSkeleton() {
  return (
    <div aria-hidden className="grid max-w-3xl gap-5 sm:grid-cols-2">
      {['name', 'category', 'audience', 'tone'].map((line) => (
        <div key={line} className="flex flex-col gap-2">
          <div className="h-3 w-24 rounded bg-raised" />
          <div className="shimmer h-10 rounded-control bg-raised" />
        </div>
      ))}
      <div className="shimmer h-24 rounded-control bg-raised sm:col-span-2" />
      <div className="shimmer h-24 rounded-control bg-raised sm:col-span-2" />
    </div>
  );
}
