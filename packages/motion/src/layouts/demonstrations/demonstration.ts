import { addColumn, type ColumnItem } from '../../stage/column.ts';
import type { Stage } from '../../stage/stage.ts';
import { underline } from '../../stage/words.ts';
import { addScene, canPlay } from './scenes.ts';
import { columnAbove, columnTo, firstOf, type Layout, sentence } from '../layout.ts';
import { split } from '../split.ts';

/** Where words end and the scene begins, as shares of the frame. */
const WORDS = { wide: 0.44, tall: 0.4, portrait: 0.4 };

/** The fact: a figure and what it says, or a line. */
function words(stage: Stage): ColumnItem[] {
  const { copy } = stage;
  if (copy.figure === undefined)
    return [
      {
        role: 'display',
        text: sentence(stage, firstOf(copy.benefits?.[0], copy.hook, copy.name)),
        maxRows: 3,
      },
    ];
  return [
    { role: 'figure', text: copy.figure, size: 0.5, maxRows: 1 },
    {
      role: 'display',
      text: copy.figureCaption,
      size: 0.13,
      maxRows: 2,
      setting: 'uniform',
      isPlain: true,
      flex: 0.4,
      fill: stage.on.ink,
    },
  ];
}

/** A fact and a small scene that proves it on the product. */
export const demonstration: Layout = (stage) => {
  const { width, height, short, isTall, isPortrait, dress } = stage;
  if (!stage.demonstration || !canPlay(stage, stage.demonstration)) return split(stage);
  const share = isPortrait ? WORDS.portrait : isTall ? WORDS.tall : WORDS.wide;
  const at = (isTall ? height : width) * share;
  const gap = short * 0.04;
  const box = isTall
    ? { x: 0, y: at, width, height: height - at }
    : { x: at, y: 0, width: width - at, height };
  dress.addScenery(stage, box);
  addScene(stage, stage.demonstration, box);
  const column = isTall ? columnAbove(stage, at - gap) : columnTo(stage, at - gap);
  const { layers } = addColumn(stage, column, words(stage), {
    vertical: 'middle',
    ...(isTall ? {} : { align: 'start' as const }),
  });
  underline(stage, layers);
};
