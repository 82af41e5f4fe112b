'use client';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { newKey } from '#src/data/call-api.ts';
import { canSplit, duplicateShot, MAX_SHOTS, moveShot, removeShot, splitShot } from './edit-shots.ts';
import type { StoryboardChange } from './use-storyboard.ts';

/** What can be done to the selected shot; what cannot be done now does nothing, and `can` says so beforehand. */
export interface ShotActions {
  can: { split: boolean; duplicate: boolean; remove: boolean; moveBy: (step: 1 | -1) => boolean };
  split: () => void;
  duplicate: () => void;
  remove: () => void;
  move: (step: 1 | -1) => void;
}

type Selection = { selected: number; onSelect: (index: number) => void; onChange: StoryboardChange };

export function useShotActions(
  { shots }: Storyboard,
  { selected, onSelect, onChange }: Selection,
): ShotActions {
  const hasRoom = shots.length < MAX_SHOTS;
  const can = {
    split: hasRoom && canSplit(shots[selected]),
    duplicate: hasRoom,
    remove: shots.length > 1,
    moveBy: (step: 1 | -1) => shots[selected + step] !== undefined,
  };
  return {
    can,
    split: () => can.split && onChange('split', (shown) => splitShot(shown, selected, newKey())),
    duplicate: () => {
      if (!can.duplicate) return;
      onChange('duplicate', (shown) => duplicateShot(shown, selected, newKey()));
      onSelect(selected + 1);
    },
    remove: () => {
      if (!can.remove) return;
      onChange('remove', (shown) => removeShot(shown, selected));
      onSelect(Math.min(selected, shots.length - 2));
    },
    move: (step) => {
      if (!can.moveBy(step)) return;
      onChange('order', (shown) => moveShot(shown, selected, step > 0 ? selected + 2 : selected - 1));
      onSelect(selected + step);
    },
  };
}
