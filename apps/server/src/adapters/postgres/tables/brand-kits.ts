import type { BrandLook } from '@spotsmith/contract/brand';
import { index, jsonb, pgTable, uuid } from '../drizzle.ts';
import { users } from './accounts.ts';
import { files } from './assets.ts';
import { createdAt } from './columns.ts';

/** One for each person, made when they first say something about their brand. */
export const brandKits = pgTable(
  'brand_kits',
  {
    userId: uuid()
      .primaryKey()
      .references(() => users.id, { onDelete: 'cascade' }),
    look: jsonb().$type<BrandLook>().notNull(),
    logoFileId: uuid().references(() => files.id, { onDelete: 'set null' }),
    updatedAt: createdAt(),
  },
  (table) => [index('brand_kits_logo_file_id_idx').on(table.logoFileId)],
);
