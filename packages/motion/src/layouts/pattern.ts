import { withAlpha } from '../color/oklch.ts';
import type { Box, TextBlock } from '../layer.ts';
import { blob, rectangle, roundRectangle } from '../stage/paths.ts';
import { addProduct, addShape, fitProduct, frameBox, type Stage, standOn } from '../stage/stage.ts';
import { addWords, fitRow } from '../stage/words.ts';
import { isLong, isSlim, type Layout, tilt } from './layout.ts';

/** Products in a row, by canvas and proportion. */
const ACROSS = { tall: 3, long: 5, usual: 7 };
/** Lean where the style does not tilt and the product may. */
const LOOSE_TILT = -14;

function leanOf(stage: Stage): number {
  const lean = tilt(stage);
  if (lean !== 0) return lean;
  return stage.product.facts.kind === 'stand' ? 0 : LOOSE_TILT;
}

function addCell(stage: Stage, cell: Box, column: number, row: number): void {
  const { short, style, dress, product, on } = stage;
  const { pattern } = style;
  const inner = {
    x: cell.x + cell.width * 0.08,
    y: cell.y + cell.height * 0.08,
    width: cell.width * 0.84,
    height: cell.height * 0.84,
  };
  const pose = fitProduct(stage, inner, {
    rotationDegrees: leanOf(stage),
    isMirrored: row % 2 === 1 && pattern.mirrorsRows && product.facts.mayMirror,
  });
  if (pattern.tile === 'blob') {
    const colors = dress.tileColors ?? [on.highlight];
    addShape(
      stage,
      'tile',
      blob(pose.x, pose.y, cell.width * 0.44, cell.height * 0.44, column + row + 9, 0.08),
      {
        fill: colors[(column + row * 2 + 8) % colors.length] ?? on.highlight,
      },
    );
  } else if (pattern.tile === 'line')
    addShape(stage, 'tile', rectangle(cell), {
      stroke: { color: withAlpha(on.ink, 0.22), width: short * 0.0016 },
    });
  const treatments = dress.patternTreatments;
  const treatment = treatments?.[(column + row + 8) % treatments.length];
  addProduct(stage, pose, {
    role: 'tile',
    z: 0.5,
    isScenery: true,
    isBare: true,
    shadowKind: pattern.shadow,
    shadowOffset: [0.02, 0.035],
    ...(treatment ? { treatment } : {}),
  });
}

function addRows(stage: Stage): void {
  const { width, height, isTall, product } = stage;
  const { aspectRatio } = product.silhouette;
  const across = isTall ? ACROSS.tall : isLong(stage) ? ACROSS.long : ACROSS.usual;
  const cellWidth = width / across;
  const cellHeight = cellWidth * Math.min(1.25, Math.max(0.62, 1 / aspectRatio)) * (isSlim(stage) ? 0.86 : 1);
  const rows = Math.ceil(height / cellHeight) + 2;
  for (let row = 0; row < rows; row++)
    for (let column = -1; column <= across; column++)
      addCell(
        stage,
        {
          x: (column + (row % 2 === 1 ? 0.5 : 0)) * cellWidth,
          y: (row - 0.75) * cellHeight,
          width: cellWidth,
          height: cellHeight,
        },
        column,
        row,
      );
}

/** The name's ground across the products. */
function addBand(stage: Stage, name: TextBlock, x: number, y: number): void {
  const { width, short, style, dress } = stage;
  const { band, plateRadius = 0 } = style.pattern;
  const { color, lines = [] } = dress.band();
  const pad = short * 0.05;
  if (band === 'strip') {
    const strip = (grow: number) =>
      rectangle({ x: 0, y: y - pad - grow, width, height: name.height + 2 * (pad + grow) });
    for (const [share, line] of lines) addShape(stage, 'band', strip(short * share), { fill: line, z: 2 });
    addShape(stage, 'band', strip(0), { fill: color, z: 2 });
    return;
  }
  const plate = {
    x: x - pad * 1.6,
    y: y - pad * 1.3,
    width: name.width + pad * 3.2,
    height: name.height + pad * 2.6,
  };
  addShape(stage, 'band', roundRectangle(plate, plateRadius * short), { fill: color, z: 2 });
}

/** Many products in rows, the name on a band across them. */
export const pattern: Layout = (stage) => {
  const { width, height, margin, isTall, safe, copy, dress } = stage;
  dress.addScenery(stage, frameBox(stage));
  addRows(stage);
  const words = copy.name ?? copy.hook ?? copy.what ?? '';
  const name = fitRow(stage, 'display', words, width - 2 * margin, Infinity, height * (isTall ? 0.15 : 0.25));
  const middle = isTall ? safe.y + safe.height * 0.42 : height / 2;
  const [x, y] = [(width - name.width) / 2, middle - name.height / 2];
  const band = dress.band();
  standOn(stage, band.color);
  addBand(stage, name, x, y);
  addWords(stage, 'display', name, x, y, {
    align: 'center',
    isMeantOver: true,
    ...(band.fill === undefined ? {} : { fill: band.fill }),
  });
  dress.addFurniture?.(stage, frameBox(stage));
};
