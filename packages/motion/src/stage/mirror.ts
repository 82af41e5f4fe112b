import type { Box, Fill, Layer, Path, TextBlock } from '../layer.ts';
import type { Point } from '../product.ts';
import { mapPath } from './paths.ts';

const mirrorBox = (box: Box, width: number): Box => ({ ...box, x: width - box.x - box.width });

const mirrorCrop = (crop: Box): Box => ({ ...crop, x: 1 - crop.x - crop.width });

const mirrorPath = (path: Path, width: number): Path => mapPath(path, ([x, y]) => [width - x, y]);

function mirrorFill(fill: Fill, width: number): Fill {
  if (typeof fill === 'string') return fill;
  const flip = ([x, y]: Point): Point => [width - x, y];
  return fill.type === 'linear'
    ? { ...fill, from: flip(fill.from), to: flip(fill.to) }
    : { ...fill, at: flip(fill.at) };
}

/** The block's rows at the other side of its width; each row reads as before. */
const mirrorBlock = (block: TextBlock): TextBlock => ({
  ...block,
  rows: block.rows.map((row) => ({ ...row, x: block.width - row.x - row.width })),
});

/** The layer as in a mirror of this width: places and shapes are turned round, words and pictures are not. */
export function mirrorLayer<L extends Layer>(layer: L, width: number): L {
  const base = {
    ...layer,
    box: mirrorBox(layer.box, width),
    ...(layer.origin ? { origin: [width - layer.origin[0], layer.origin[1]] } : {}),
    ...(layer.clip ? { clip: mirrorPath(layer.clip, width) } : {}),
  };
  switch (base.type) {
    case 'text': {
      const inBlock = (fill: Fill) => mirrorFill(fill, base.block.width);
      return {
        ...base,
        block: mirrorBlock(base.block),
        fill: inBlock(base.fill),
        ...(base.rowFills ? { rowFills: base.rowFills.map(inBlock) } : {}),
        ...(base.rotationDegrees === undefined ? {} : { rotationDegrees: -base.rotationDegrees }),
      };
    }
    case 'shape': {
      const { stroke, fill } = base;
      return {
        ...base,
        path: mirrorPath(base.path, width),
        ...(fill === undefined ? {} : { fill: mirrorFill(fill, width) }),
        ...(stroke ? { stroke: { ...stroke, color: mirrorFill(stroke.color, width) } } : {}),
      };
    }
    case 'product': {
      const { pose } = base;
      return {
        ...base,
        pose: {
          ...pose,
          x: width - pose.x,
          rotationDegrees: -pose.rotationDegrees,
          isMirrored: !pose.isMirrored,
        },
      };
    }
    case 'picture':
      // Layouts saw the picture's facts mirrored: the same part is seen from its other side.
      return {
        ...base,
        crop: mirrorCrop(base.crop),
        ...(base.keys ? { keys: base.keys.map((key) => ({ ...key, crop: mirrorCrop(key.crop) })) } : {}),
      };
    case 'group':
      return {
        ...base,
        layers: base.layers.map((part) => mirrorLayer(part, width)),
        rotationDegrees: -base.rotationDegrees,
      };
    case 'effect':
      return { ...base, mirrorWidth: base.mirrorWidth === undefined ? width : undefined };
    case 'texture':
      return { ...base, isMirrored: base.isMirrored !== true };
    case 'ticker':
      return { ...base, rotationDegrees: -base.rotationDegrees };
    default:
      return base;
  }
}
