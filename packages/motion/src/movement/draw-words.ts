import type { Context2D } from '../canvas.ts';
import type { TextLayer, TextRow } from '../layer.ts';
import { hasSeparateLetters } from '../text/text-measurer.ts';
import { drawCount } from './draw-count.ts';
import { drawFallingLetters } from './draw-falling-letters.ts';
import { beatAt, sinceAccent } from './accents.ts';
import { clamp01, easeAt, mix } from './eases.ts';
import type { MovingShot, WordsPart } from './moving-shot.ts';
import { clipped, drawSprite, faded, type ShotTools, type Sprite, spriteOf, turned } from './shot-tools.ts';

/** However long the words: their last letter starts within this time, so that reading time is kept. */
const allLettersSeconds = 0.9;
interface RowTime {
  context: Context2D;
  shot: MovingShot;
  part: WordsPart;
  tools: ShotTools;
  row: TextRow;
  index: number;
  /** Seconds since this row's own start. */
  seconds: number;
}

/** One row of a text as a layer of its own, at its place. */
function rowLayer(layer: TextLayer, index: number): TextLayer {
  const row = layer.block.rows[index];
  const fill = layer.rowFills?.[index];
  return {
    ...layer,
    block: { ...layer.block, rows: row ? [row] : [] },
    ...(fill ? { rowFills: [fill] } : {}),
  };
}

function inkOf({ box }: TextLayer, { x, baseline, ascent, descent, width }: TextRow) {
  return { x: box.x + x, y: box.y + baseline - ascent, width, height: ascent + descent };
}

function rowSprite({ tools, part, row, index }: RowTime): Sprite {
  const ink = inkOf(part.layer, row);
  const pad = row.sizePx * 0.3;
  const box = { x: ink.x - pad, y: ink.y - pad, width: ink.width + 2 * pad, height: ink.height + 2 * pad };
  return spriteOf(tools, `${part.id}/row${index}`, box, (context) =>
    tools.paint(context, rowLayer(part.layer, index)),
  );
}

/** Comes up behind the lower edge of its own ink; `leaving` takes it out over the upper one. */
function rise(time: RowTime, share: number, leaving: number): void {
  const { context, part, row, shot } = time;
  const ink = inkOf(part.layer, row);
  const way = ink.height + row.sizePx * 0.18;
  const wide = Math.min(shot.width, shot.height);
  const edge = {
    x: ink.x - wide,
    y: ink.y - row.sizePx * 0.06,
    width: ink.width + 2 * wide,
    height: ink.height + row.sizePx * 0.16,
  };
  const sprite = rowSprite(time);
  clipped(context, edge, () => drawSprite(context, { ...sprite, y: sprite.y + (1 - share - leaving) * way }));
}

/** Slices of the row's picture at the letters' edges fade in and come up a little, one after the other. */
function letters(time: RowTime, staggerSeconds: number): void {
  const { context, part, row, shot, tools, seconds } = time;
  const { move, layer } = part;
  const sprite = rowSprite(time);
  const { width: whole, height } = sprite.picture;
  const cells = tools.letters(row);
  if (seconds >= move.seconds + cells.length * staggerSeconds) {
    drawSprite(context, sprite);
    return;
  }
  const left = layer.box.x - sprite.x;
  const up = (move.rise ?? 0.01) * Math.min(shot.width, shot.height);
  cells.forEach((cell, index) => {
    const share = easeAt(move.ease, (seconds - index * staggerSeconds) / move.seconds);
    const next = cells[index + 1];
    const from = index === 0 ? 0 : Math.round(left + cell.x);
    const width = (next ? Math.round(left + next.x) : whole) - from;
    if (share <= 0 || width <= 0) return;
    faded(context, share, () =>
      context.drawImage(
        sprite.picture,
        ...([from, 0, width, height] as const),
        ...([sprite.x + from, sprite.y + (1 - share) * up, width, height] as const),
      ),
    );
  });
}

function typed(time: RowTime): void {
  const { context, part, row, shot, tools, seconds } = time;
  const cells = tools.letters(row);
  const count = Math.floor(seconds / part.move.staggerSeconds);
  const sprite = rowSprite(time);
  const next = cells[count];
  if (!next) {
    drawSprite(context, sprite);
    return;
  }
  const ink = inkOf(part.layer, row);
  const end = part.layer.box.x + next.x;
  const width = Math.max(1, Math.round(end - sprite.x));
  if (count > 0) {
    const { height } = sprite.picture;
    context.drawImage(
      sprite.picture,
      ...([0, 0, width, height] as const),
      ...([sprite.x, sprite.y, width, height] as const),
    );
  }
  context.fillStyle = shot.highlight;
  context.fillRect(end + 2, ink.y, row.sizePx * 0.45, ink.height);
}

/** Comes down from 1.5 times its size; its raised sides grow out of it towards the end. */
function land(time: RowTime, share: number, raw: number): void {
  const { context, part, row, index, tools } = time;
  const ink = inkOf(part.layer, row);
  const middle: [number, number] = [ink.x + ink.width / 2, ink.y + ink.height / 2];
  const k = mix(1.5, 1, share);
  const { extrude } = part.layer.effects;
  const grown = clamp01((raw - 0.3) / 0.5);
  faded(context, clamp01(raw * 5), () =>
    turned(context, middle, { kx: k, ky: k, degrees: (1 - share) * -5 }, () => {
      if (!extrude || grown === 1) {
        drawSprite(context, rowSprite(time));
        return;
      }
      const { extrude: _, ...flat } = part.layer.effects;
      const raised = { ...extrude, dx: extrude.dx * grown, dy: extrude.dy * grown };
      const effects = grown > 0 ? { ...flat, extrude: raised } : flat;
      tools.paint(context, { ...rowLayer(part.layer, index), effects });
    }),
  );
}

function drawRow(time: RowTime, staggerSeconds: number, leaving: number): void {
  const { context, part, row, seconds } = time;
  const { move } = part;
  if (seconds <= 0) return;
  const raw = clamp01(seconds / move.seconds);
  const isWhole = !row.runs.every(({ text }) => hasSeparateLetters(text));
  if (leaving > 0) {
    if (move.animator === 'letters') faded(context, 1 - leaving, () => drawSprite(context, rowSprite(time)));
    else rise(time, 1, leaving);
  } else if (move.animator === 'letters' && !isWhole) letters(time, staggerSeconds);
  else if (move.animator === 'type' && !isWhole) typed(time);
  else if (raw >= 1) drawSprite(context, rowSprite(time));
  else if (move.animator === 'letters') {
    faded(context, easeAt(move.ease, raw), () => drawSprite(context, rowSprite(time)));
  } else if (move.animator === 'land') land(time, easeAt(move.ease, raw), raw);
  else if (move.animator === 'pop' || move.animator === 'drop') {
    const ink = inkOf(part.layer, row);
    const k = easeAt(move.ease, raw);
    const middle: [number, number] = [ink.x + ink.width / 2, ink.y + ink.height / 2];
    turned(context, middle, { kx: k, ky: k, degrees: 0 }, () => drawSprite(context, rowSprite(time)));
  } else rise(time, easeAt(move.ease === 'linear' ? 'out' : move.ease, raw), 0);
}

/** Words that stand upright or turned come as one. */
function drawTurned(
  context: Context2D,
  shot: MovingShot,
  part: WordsPart,
  tools: ShotTools,
  seconds: number,
) {
  const share = easeAt('out', seconds / 0.5);
  const up = (1 - share) * Math.min(shot.width, shot.height) * 0.2;
  context.save();
  context.translate(0, up);
  faded(context, share, () => tools.paint(context, part.layer));
  context.restore();
}

/** What is accented: the figure, else the headline. */
function isAccented(shot: MovingShot, { role, id }: WordsPart): boolean {
  const main = (wanted: WordsPart['role']) =>
    shot.parts.find((part) => part.type === 'words' && part.role === wanted);
  return (main('figure') ?? main('display') ?? main('quote'))?.id === id && role !== 'label';
}

/** How much accented words grow on a beat. */
const pulseGrowth = 0.08;

/** Draws a text at a time of its shot, with what happens to it on the beats. */
export function drawWords(
  context: Context2D,
  shot: MovingShot,
  part: WordsPart,
  tools: ShotTools,
  seconds: number,
): void {
  const isMain = shot.accents.length > 0 && isAccented(shot, part);
  const pulsed = isMain ? sinceAccent(shot.accents, 'pulse', seconds) : undefined;
  if (pulsed === undefined || shot.exit) drawStanding(context, shot, part, tools, seconds);
  else {
    const { x, y, width, height } = part.layer.box;
    const k = 1 + pulseGrowth * beatAt(pulsed);
    turned(context, [x + width / 2, y + height / 2], { kx: k, ky: k, degrees: 0 }, () =>
      drawStanding(context, shot, part, tools, seconds),
    );
  }
}

function drawStanding(
  context: Context2D,
  shot: MovingShot,
  part: WordsPart,
  tools: ShotTools,
  seconds: number,
): void {
  const { layer, move, count } = part;
  const own = seconds - part.startSeconds;
  const raw = shot.exit ? clamp01((seconds - shot.exit.startSeconds) / shot.exit.seconds) : 0;
  if (own <= 0 || raw >= 1) return;
  const leaving = easeAt('in', raw);
  const { rows } = layer.block;
  if (count && own < count.seconds) {
    drawCount(context, shot, part, tools, own);
    return;
  }
  if (layer.rotationDegrees) {
    drawTurned(context, shot, part, tools, own);
    return;
  }
  if (
    move.animator === 'drop' &&
    layer.effects.jumble &&
    rows.every(({ text }) => hasSeparateLetters(text))
  ) {
    drawFallingLetters(context, shot, part, tools, own, leaving);
    return;
  }
  const lengths = rows.map((row) => tools.letters(row).length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const byLetter = move.animator === 'letters' || move.animator === 'type';
  const stagger =
    move.animator === 'letters'
      ? Math.min(move.staggerSeconds, allLettersSeconds / total)
      : move.staggerSeconds;
  let before = 0;
  rows.forEach((row, index) => {
    const after = byLetter ? before * stagger : index * stagger;
    before += lengths[index] ?? 0;
    drawRow({ context, shot, part, tools, row, index, seconds: own - after }, stagger, leaving);
  });
}
