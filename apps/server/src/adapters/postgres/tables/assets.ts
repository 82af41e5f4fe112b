import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  sql,
  text,
  uniqueIndex,
  uuid,
} from '../drizzle.ts';
import type { Verdict } from '@spotsmith/contract/assets';
import type { Trouble } from '@spotsmith/contract/problem';
import {
  APPROVALS,
  ASPECT_RATIOS,
  ASSET_KINDS,
  ASSET_STATUSES,
  CAMERA_MOVES,
  PROVIDERS,
  SCENE_ROLES,
  SHOTS,
  VIEWS,
} from '@spotsmith/contract/words';
import { ORIGINS, type Json } from '#src/domain/asset.ts';
import { createdAt, micros, oneOf } from './columns.ts';
import { users } from './accounts.ts';
import { sessions } from './sessions.ts';

const sessionId = () =>
  uuid()
    .notNull()
    .references(() => sessions.id, { onDelete: 'cascade' });

/**
 * Stored objects: of an ad, or of a person's brand kit. The row is what makes a file ours: the sweep removes files without
 * one.
 */
export const files = pgTable(
  'files',
  {
    id: uuid().primaryKey(),
    sessionId: uuid().references(() => sessions.id, { onDelete: 'cascade' }),
    userId: uuid().references(() => users.id, { onDelete: 'cascade' }),
    key: text().notNull().unique('files_key_key'),
    mimeType: text().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    sha256: text().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index('files_session_id_idx').on(table.sessionId),
    index('files_user_id_idx').on(table.userId),
    check('files_owner_check', sql`num_nonnulls(${table.sessionId}, ${table.userId}) = 1`),
  ],
);

const fileId = () => uuid().references(() => files.id, { onDelete: 'set null' });
const assetId = () => uuid().references((): AnyPgColumn => assets.id, { onDelete: 'set null' });

export const assets = pgTable(
  'assets',
  {
    id: uuid().primaryKey(),
    sessionId: sessionId(),
    kind: text({ enum: ASSET_KINDS }).notNull(),
    origin: text({ enum: ORIGINS }).notNull(),
    status: text({ enum: ASSET_STATUSES }).notNull().default('queued'),
    approval: text({ enum: APPROVALS }).notNull().default('pending'),
    position: integer().notNull(),
    view: text({ enum: VIEWS }),
    versionNumber: integer().notNull().default(1),
    replacesId: assetId(),
    isSuperseded: boolean().notNull().default(false),
    parentId: assetId(),
    sceneId: uuid().references((): AnyPgColumn => scenes.id, { onDelete: 'set null' }),
    prompt: text(),
    seed: integer().notNull(),
    provider: text({ enum: PROVIDERS }),
    model: text(),
    recipe: jsonb().$type<Json>(),
    fileId: fileId(),
    posterFileId: fileId(),
    extraFileIds: jsonb().$type<Record<string, string>>().notNull().default({}),
    aspectRatio: text({ enum: ASPECT_RATIOS }),
    width: integer(),
    height: integer(),
    seconds: doublePrecision(),
    trimInSeconds: doublePrecision(),
    trimOutSeconds: doublePrecision(),
    warnings: text().array().notNull().default([]),
    verdict: jsonb().$type<Verdict>(),
    trouble: jsonb().$type<Trouble>(),
    priceMicros: micros(),
    stageRun: integer().notNull().default(0),
    fence: integer().notNull().default(0),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (table) => [
    index('assets_session_id_idx').on(table.sessionId, table.position),
    index('assets_parent_id_idx').on(table.parentId),
    index('assets_scene_id_idx').on(table.sceneId),
    index('assets_file_id_idx').on(table.fileId),
    index('assets_poster_file_id_idx').on(table.posterFileId),
    // An asset is replaced at most once: two clicks on "draw again" cannot fork its history.
    uniqueIndex('assets_replaces_id_key').on(table.replacesId),
    check('assets_kind_check', oneOf(table.kind, ASSET_KINDS)),
    check('assets_origin_check', oneOf(table.origin, ORIGINS)),
    check('assets_status_check', oneOf(table.status, ASSET_STATUSES)),
    check('assets_approval_check', oneOf(table.approval, APPROVALS)),
    check('assets_view_check', oneOf(table.view, VIEWS)),
    check('assets_aspect_ratio_check', oneOf(table.aspectRatio, ASPECT_RATIOS)),
    check('assets_version_check', sql`${table.versionNumber} >= 1`),
    check('assets_price_check', sql`${table.priceMicros} >= 0`),
    check('assets_trim_check', sql`${table.trimInSeconds} < ${table.trimOutSeconds}`),
  ],
);

/** The properties of the direction keep the contract's names, so that a row is a scene of the domain. */
export const scenes = pgTable(
  'scenes',
  {
    id: uuid().primaryKey(),
    sessionId: sessionId(),
    imageId: uuid()
      .notNull()
      .references(() => assets.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    role: text({ enum: SCENE_ROLES }).notNull(),
    shot: text({ enum: SHOTS }).notNull(),
    camera: text({ enum: CAMERA_MOVES }).notNull(),
    motion_prompt: text().notNull(),
    motion_intensity: doublePrecision().notNull(),
    seconds: doublePrecision().notNull(),
    on_screen_text: text().notNull(),
  },
  (table) => [
    index('scenes_session_id_position_idx').on(table.sessionId, table.position),
    index('scenes_image_id_idx').on(table.imageId),
    check('scenes_role_check', oneOf(table.role, SCENE_ROLES)),
    check('scenes_shot_check', oneOf(table.shot, SHOTS)),
    check('scenes_camera_check', oneOf(table.camera, CAMERA_MOVES)),
    check('scenes_motion_intensity_check', sql`${table.motion_intensity} between 0 and 1`),
  ],
);
