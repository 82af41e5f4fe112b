import type { Asset } from '@spotsmith/contract/assets';

/** What the maker of a picture or clip should know, e.g. how a refused prompt was softened. */
export function CardWarning({ asset }: { asset: Asset }) {
  const [warning] = asset.warnings;
  if (warning === undefined || asset.status !== 'ready') return null;
  return <p className="line-clamp-3 ps-1 text-xs text-warning">{warning}</p>;
}
