import type { Layer, LayerRole, Pose, ProductLayer, TextLayer, TextureLayer } from '../layer.ts';
import type { Point } from '../product.ts';
import { boxAroundAll } from '../stage/pose.ts';
import type { PoseKey } from '../stage/stage.ts';
import type { ShotMovement } from '../storyboard.ts';
import { pointOn } from './product-pose.ts';
import { type AccentKind, accentsOf } from './accents.ts';
import { growPivot } from './grow-pivot.ts';
import { reframeOf } from './reframe.ts';
import type { MovingShot, Part, TrackPart, WordsPart } from './moving-shot.ts';
import {
  badgeTrack,
  buttonTrack,
  calloutLabelTrack,
  type RolePlace,
  type RoleTrack,
  sceneryTrack,
  strikeTrack,
} from './role-tracks.ts';
import type { ProductEntrance, StyleMovement, WordMove } from './style-movement.ts';

export interface ShotToMove {
  width: number;
  height: number;
  seconds: number;
  beatSeconds: number;
  layers: readonly Layer[];
  /** Points of the cut-out, as shares of it: where it grows from, and what call-outs point at. */
  focus: Point;
  anchors: readonly Point[];
  /** Width of the cut-out by its height. */
  aspect: number;
  /** Its mean lightness, 0–1. */
  lightness: number;
  movement: StyleMovement;
  /** The shot's own wishes. */
  wishes: ShotMovement;
  /** The layout's way of the product, where the shot has no wish. */
  layoutKeys: readonly PoseKey[];
  isEndCard: boolean;
  /** The ad begins with it. */
  isOpening: boolean;
  isRightToLeft: boolean;
  /** A match cut follows: the words leave before it. */
  leaves: boolean;
  /** A match cut leads here: where the product stood. */
  from: Pose | null;
  highlight: string;
}

const leastBetweenPulses = 0.9;
/** Share of an end card over which its words come. */
const endBuild = 0.45;
/** How near an ad opens on its product, and how soon it stands in its place. */
const opening = { k: 2.5, seconds: 0.7, leadSeconds: 0.05, wordsSeconds: 0.18 };
const displayRoles: readonly LayerRole[] = ['display', 'figure', 'quote'];
const wordRoles: readonly LayerRole[] = [...displayRoles, 'support', 'label', 'button'];

/** Whole-frame scenery, above which everything else moves. */
const cameraPerSecond = 0.012;
/** A call-out comes so long after the first words, and the next one so many beats later. */
const calloutAfterSeconds = 0.12;
const calloutEachBeats = 0.7;

/** Order of reading: as the layout says, else as the layers come. */
function readingOrder(layers: readonly Layer[]): Layer[] {
  const words = layers.filter(({ role, anchor }) => wordRoles.includes(role) && anchor === undefined);
  return words.sort((a, b) => (a.reading ?? 0) - (b.reading ?? 0));
}

/** When everything that is read comes, by layer id. */
function startTimes(shot: ShotToMove): { starts: Map<string, number>; lastSeconds: number } {
  const { wishes, movement, beatSeconds } = shot;
  const isNear = shot.isOpening && movement.opensNear === true;
  // The words wait until the product has left their place, as long as they can still be read.
  const spare = Math.min(opening.wordsSeconds, shot.seconds * 0.3 - 0.43);
  const first =
    wishes.firstSeconds ?? (isNear ? Math.max(movement.firstSeconds, spare) : movement.firstSeconds);
  const order = readingOrder(shot.layers);
  // An end card is held long: it builds up over the first half of it.
  const atTheEnd = Math.max(movement.endGapSeconds, (shot.seconds * endBuild) / Math.max(1, order.length));
  const gap = wishes.gapSeconds ?? (shot.isEndCard ? atTheEnd : movement.gapSeconds);
  const starts = new Map(order.map((layer, index) => [layer.id, first + gap * index]));
  const lastSeconds = first + gap * order.length;
  const each = (wishes.calloutBeats ?? calloutEachBeats) * beatSeconds;
  for (const { id, anchor } of shot.layers) {
    if (anchor !== undefined) starts.set(id, first + calloutAfterSeconds + anchor * each);
  }
  for (const { id, role, of } of shot.layers) {
    if (role === 'badge') {
      starts.set(id, wishes.badgeBeat === undefined ? lastSeconds + 0.1 : wishes.badgeBeat * beatSeconds);
    }
    if (role === 'strike') starts.set(id, (of === undefined ? undefined : starts.get(of)) ?? first);
  }
  return { starts, lastSeconds: Math.max(lastSeconds, ...starts.values()) };
}

function trackPart(shot: ShotToMove, layers: Layer[], track: RoleTrack, startSeconds: number): TrackPart[] {
  const [layer] = layers;
  if (!layer) return [];
  const box = boxAroundAll(layers.map((it) => it.box));
  const middle: [number, number] = [box.x + box.width / 2, box.y + box.height / 2];
  const frame: [number, number] = [shot.width / 2, shot.height / 2];
  return [
    {
      type: 'track',
      id: layer.id,
      role: layer.role,
      z: layer.z,
      layers,
      box,
      pivot: track.pivot === 'frame' ? frame : (layer.origin ?? middle),
      startSeconds: startSeconds + track.startSeconds,
      keys: track.keys,
      drift: track.drift ?? {},
      isHiddenBefore: track.isHiddenBefore ?? false,
      ...(track.clipFrom ? { clipFrom: track.clipFrom } : {}),
      ...(track.sways ? { sways: true } : {}),
    },
  ];
}

function wordMove(shot: ShotToMove, role: LayerRole): WordMove {
  const { display, support } = shot.movement;
  if (!displayRoles.includes(role)) return support;
  const wish = shot.wishes.display ?? {};
  return {
    animator: wish.animator ?? display.animator,
    seconds: wish.seconds ?? display.seconds,
    staggerSeconds: wish.staggerSeconds ?? display.staggerSeconds,
    ease: wish.ease ?? display.ease,
    rise: wish.rise ?? display.rise,
  };
}

/** Which row of the pattern a tile is in, and how wide a cell is. */
function tileGrid(layers: readonly Layer[]): { rowOf: Map<string, number>; cellWidth: number } {
  const tiles = layers.filter(({ role }) => role === 'tile');
  const middle = ({ box }: Layer) => Math.round(box.y + box.height / 2);
  const rows = [...new Set(tiles.map(middle))].sort((a, b) => a - b);
  const [first] = tiles;
  const sameRow = first ? tiles.filter((it) => middle(it) === middle(first)).map(({ box }) => box.x) : [];
  const sorted = sameRow.sort((a, b) => a - b);
  const steps = sorted
    .slice(1)
    .map((x, index) => x - (sorted[index] ?? 0))
    .filter((step) => step > 1);
  const cellWidth = steps.length > 0 ? Math.min(...steps) : (first?.box.width ?? 0);
  return { rowOf: new Map(tiles.map((tile) => [tile.id, rows.indexOf(middle(tile))])), cellWidth };
}

/** Rows of a pattern slide in from both sides in turn, then drift on. */
function tileTrack(row: number, cellWidth: number): RoleTrack {
  const direction = row % 2 === 1 ? 1 : -1;
  return {
    startSeconds: -0.12 + (row % 5) * 0.02,
    keys: [
      { seconds: 0, x: -direction * 0.3 },
      { seconds: 0.5, x: 0, ease: 'out' },
    ],
    drift: { xPerSecond: direction * 0.22 * cellWidth },
  };
}

/** Prices stand: on its way to the price a counter would show others. */
function countOf({ block }: TextLayer, from: number | undefined): WordsPart['count'] {
  const isPrice = block.rows.some(({ text }) => /\p{Sc}/u.test(text));
  return from === undefined || isPrice || block.rows.length !== 1 ? null : { from, seconds: 0.85 };
}

interface Plan {
  shot: ShotToMove;
  starts: ReadonlyMap<string, number>;
  pulseSeconds: number;
  main: ProductLayer | undefined;
  grid: ReturnType<typeof tileGrid>;
}

/** When the words come that stand nearest to a layer, from top to bottom. */
function startOfNearest({ box }: Layer, { shot, starts }: Plan): number {
  const middle = box.y + box.height / 2;
  const words = shot.layers.filter(({ role }) => wordRoles.includes(role));
  const far = (it: Layer) => Math.abs(it.box.y + it.box.height / 2 - middle);
  const [nearest] = words.sort((a, b) => far(a) - far(b));
  return (nearest && starts.get(nearest.id)) ?? 0;
}

/** The button asks once everything stands, and again every second beat. */
function pulsesOf({ shot, pulseSeconds }: Plan, startSeconds: number): number[] {
  const step = Math.max(2, Math.ceil(leastBetweenPulses / shot.beatSeconds)) * shot.beatSeconds;
  const count = Math.max(1, Math.floor((shot.seconds - 0.5 - pulseSeconds) / step) + 1);
  return Array.from({ length: count }, (_, index) => pulseSeconds - startSeconds + index * step);
}

function partsOf(plan: Plan, layer: Layer, index: number): Part[] {
  const { shot, starts, grid } = plan;
  const { id, role, z } = layer;
  const start = starts.get(id) ?? 0;
  const place: RolePlace = {
    isTall: shot.height > shot.width * 0.9,
    isRightToLeft: shot.isRightToLeft,
    index,
    movement: shot.movement,
    frame: shot,
    wordsSeconds: startOfNearest(layer, plan),
  };
  const follow = (track: RoleTrack) => trackPart(shot, [layer], track, start);
  if (role === 'tile') return follow(tileTrack(grid.rowOf.get(id) ?? 0, grid.cellWidth));
  if (role === 'button') return follow(buttonTrack(place, pulsesOf(plan, start)));
  if (role === 'badge') return follow(badgeTrack);
  if (role === 'strike') return follow(strikeTrack);
  if (role === 'callout-label') return follow(calloutLabelTrack);
  if (role === 'callout-dot' || role === 'callout-line') {
    return [{ type: 'callout', id, role, z, layer, anchor: layer.anchor ?? 0, startSeconds: start }];
  }
  if (layer.type === 'product') return [{ type: 'product', id, role, z, layer, isMain: layer === plan.main }];
  if (layer.type === 'picture') return [{ type: 'picture', id, role, z, layer }];
  if (layer.type === 'effect') return [{ type: 'effect', id, role, z, layer }];
  if (layer.type === 'ticker') {
    return [{ type: 'ticker', id, role, z, layer }];
  }
  if (layer.type === 'text' && role !== 'ground') {
    const count = role === 'figure' ? countOf(layer, shot.wishes.countFrom) : null;
    return [{ type: 'words', id, role, z, layer, startSeconds: start, move: wordMove(shot, role), count }];
  }
  const track = sceneryTrack(layer, place);
  if (track) return trackPart(shot, [layer], track, 0);
  const isLive = layer.type === 'texture' || layer.blend !== undefined;
  return [{ type: 'still', id, role, z, layers: [layer], isLive }];
}

/** Still layers that lie on one another become one picture; at the bottom also those that blend with what is below. */
function flatten(parts: readonly Part[]): Part[] {
  const flat: Part[] = [];
  for (const part of parts) {
    const below = flat.at(-1);
    const isOnGround = flat.length === 0 || (flat.length === 1 && below?.type === 'still' && !below.isLive);
    if (part.type === 'still' && below?.type === 'still' && !below.isLive && (!part.isLive || isOnGround)) {
      below.layers.push(...part.layers);
    } else flat.push(part.type === 'still' ? { ...part, layers: [...part.layers] } : part);
  }
  return flat;
}

/** The layout's own pose of the product, changed as the shot wishes. */
function placed(layer: ProductLayer, { width, height, wishes }: ShotToMove): ProductLayer {
  const { place } = wishes;
  if (!place) return layer;
  const { pose } = layer;
  return {
    ...layer,
    pose: {
      x: place.x === undefined ? pose.x : place.x * width,
      y: place.y === undefined ? pose.y : place.y * height,
      height: pose.height * (place.k ?? 1),
      rotationDegrees: place.rotationDegrees ?? pose.rotationDegrees,
      isMirrored: place.isMirrored ?? pose.isMirrored,
    },
  };
}

function entrance(style: ProductEntrance, wish: NonNullable<ShotMovement['enter']>): ProductEntrance {
  return {
    from: wish.from ?? style.from,
    seconds: wish.seconds ?? style.seconds,
    ease: wish.ease ?? style.ease,
    leadSeconds: wish.leadSeconds ?? style.leadSeconds,
  };
}

/** A product on its own way is left alone. */
function accentKinds({ movement, wishes, layoutKeys, layers }: ShotToMove): AccentKind[] {
  const isBusy = layoutKeys.length > 0 || (wishes.keys ?? []).length > 0;
  const hasProduct = layers.some(({ type, role }) => type === 'product' && role === 'product');
  const isSaid = layers.some(({ role }) => displayRoles.includes(role));
  return movement.accents.filter((kind) =>
    kind === 'pump' || kind === 'shine' ? hasProduct && !isBusy : isSaid,
  );
}

/** From a detail in the middle of the frame to the product's place, all within the first words. */
function pullOut({ width, height, focus, aspect }: ShotToMove, rest: Pose): ProductEntrance {
  const [x, y] = pointOn(rest, aspect, focus);
  // What reaches beyond the foot of the frame does so from the start: it may be cut there.
  const foot = rest.y + rest.height / 2;
  const missing = foot < height ? 0 : Math.max(0, 0.48 * height - (foot - y) * opening.k);
  const from = { x: 0.5 - x / width, y: 0.52 - (y - missing) / height, k: opening.k, rotationDegrees: 4 };
  return { from, seconds: opening.seconds, ease: 'out', leadSeconds: opening.leadSeconds };
}

const countsBefore = (layers: readonly Layer[], layer: Layer) => {
  const alike = layers.filter(({ role }) => role === layer.role);
  if (layer.role === 'rings') alike.sort((a, b) => b.box.width - a.box.width);
  return alike.indexOf(layer);
};

/**
 * Gives the layers of a shot their movement: by their role, the style's table and the shot's own wishes. Pure; the
 * answer is data.
 */
export function moveShot(shot: ShotToMove): MovingShot {
  const { wishes, movement, beatSeconds } = shot;
  const layout = shot.layers.find(
    (layer): layer is ProductLayer => layer.type === 'product' && layer.role === 'product',
  );
  const main = layout && placed(layout, shot);
  const isGrain = (layer: Layer): layer is TextureLayer =>
    layer.type === 'texture' && layer.texture === 'grain';
  const layers = shot.layers
    .filter((layer) => !isGrain(layer))
    .map((layer) => (layer === layout && main ? main : layer));
  const { starts, lastSeconds } = startTimes({ ...shot, layers });
  const pulseSeconds = lastSeconds + 0.55;
  const pivot = main && main.isScenery !== true ? growPivot(layers, main.pose, shot.aspect) : null;
  const isBeforeWords = layers.some((layer) => layer.type === 'text' && layer.z < (main?.z ?? 0));
  const goesItsWay = shot.layoutKeys.length > 0 || (wishes.keys ?? []).length > 0;
  const plan: Plan = { shot, starts, pulseSeconds, main, grid: tileGrid(layers) };
  // A product that travels from its first frame on is there when the shot begins.
  const isThere = wishes.enter === null || (!wishes.enter && shot.layoutKeys.length > 0);
  const opens = shot.isOpening && movement.opensNear === true && main && main.isScenery !== true;
  const usual = opens ? pullOut(shot, main.pose) : movement.product;
  const order = layers.map((layer, index) => ({ layer, index }));
  order.sort((a, b) => a.layer.z - b.layer.z || a.index - b.index);
  const parts = order.flatMap(({ layer }) => partsOf(plan, layer, countsBefore(layers, layer)));
  return {
    width: shot.width,
    height: shot.height,
    seconds: shot.seconds,
    beatSeconds,
    parts: flatten(parts),
    grain: shot.layers.find(isGrain) ?? null,
    product: {
      aspect: shot.aspect,
      lightness: shot.lightness,
      focus: shot.focus,
      anchors: shot.anchors,
      pose: main?.pose ?? null,
      pivot,
      enter: isThere ? null : entrance(usual, wishes.enter ?? {}),
      keys: wishes.keys
        ? wishes.keys.map(({ beat, ...key }) => ({ ...key, seconds: beat * beatSeconds }))
        : shot.layoutKeys.map(({ share = 0, seconds, ...key }) => ({
            ...key,
            seconds: seconds ?? share * shot.seconds,
          })),
      pushPerSecond: wishes.pushPerSecond ?? movement.pushPerSecond,
      reframe:
        main && main.isScenery !== true && !goesItsWay
          ? reframeOf({
              ...shot,
              lastSeconds,
              isLively: movement.accents.includes('pump'),
              isAmongWords: pivot === null || isBeforeWords,
              isEndCard: shot.isEndCard,
            })
          : null,
      sweep: wishes.sweep === undefined ? movement.sweep : wishes.sweep,
      from: shot.from,
    },
    accents: accentsOf(accentKinds(shot), { ...shot, lastSeconds }),
    cameraPerSecond: wishes.cameraPerSecond ?? cameraPerSecond,
    groundPerSecond: wishes.groundPerSecond ?? movement.groundPerSecond,
    exit: shot.leaves
      ? { startSeconds: shot.seconds - movement.exitSeconds, seconds: movement.exitSeconds }
      : null,
    pulseSeconds,
    settledSeconds: lastSeconds + 1,
    highlight: shot.highlight,
  };
}
