'use client';
import {
  KeyboardSensor,
  PointerSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
} from '@dnd-kit/core';
import { arrayMove, sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { useTranslator } from '#src/i18n/translator-context.tsx';

/**
 * Reordering by mouse, touch and keyboard, told to screen readers. `noun` is what one item is called.
 * Gives the properties of the DndContext.
 */
export function useReorder(ids: readonly string[], noun: string, onOrder: (ids: string[]) => void) {
  const { t } = useTranslator();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const place = (id: unknown) => ids.indexOf(String(id)) + 1;
  const announcements: Announcements = {
    onDragStart: ({ active }) => t('reorder.picked', { noun, n: place(active.id), count: ids.length }),
    onDragOver: ({ over }) => (over === null ? undefined : t('reorder.over', { noun, n: place(over.id) })),
    onDragEnd: ({ over }) =>
      over === null ? t('reorder.cancelled') : t('reorder.dropped', { noun, n: place(over.id) }),
    onDragCancel: () => t('reorder.cancelled'),
  };
  return {
    sensors,
    accessibility: { announcements, screenReaderInstructions: { draggable: t('reorder.how') } },
    onDragEnd: ({ active, over }: DragEndEvent) => {
      if (over === null || over.id === active.id) return;
      onOrder(arrayMove([...ids], ids.indexOf(String(active.id)), ids.indexOf(String(over.id))));
    },
  };
}
