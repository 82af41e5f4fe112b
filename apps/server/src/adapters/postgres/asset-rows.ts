import type { AssetKind } from '@spotsmith/contract/words';
import { Asset, type NewAsset, type PatchOf } from '#src/domain/asset.ts';
import type { assets } from './tables/assets.ts';

type Row = typeof assets.$inferSelect;
type NewRow = typeof assets.$inferInsert;

/** What a kind of its own calls a column that other kinds use for something else; all other names are the same. */
const COLUMNS: Record<AssetKind, Record<string, keyof Row>> = {
  photo: { cutoutApproval: 'approval', preparation: 'recipe', preparedFileIds: 'extraFileIds' },
  logo: {},
  image: {},
  clip: { imageId: 'parentId', direction: 'recipe', reframedFileIds: 'extraFileIds' },
  music: { score: 'recipe' },
  final: {},
};

/** A row as the asset of its kind. Throws ZodError for a row that no version of this program can have written. */
export function assetOf(row: Row): Asset {
  const own = Object.entries(COLUMNS[row.kind]).map(([name, column]) => [name, row[column]]);
  return Asset.parse({ ...row, ...Object.fromEntries(own) });
}

export function newRowOf(asset: NewAsset): NewRow {
  return columnsOf(asset.kind, asset) as NewRow;
}

export function changesOf(kind: AssetKind, patch: PatchOf<Asset>): Partial<NewRow> {
  return columnsOf(kind, patch);
}

function columnsOf(kind: AssetKind, values: object): Partial<NewRow> {
  const columns = COLUMNS[kind];
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [columns[name] ?? name, value]));
}
