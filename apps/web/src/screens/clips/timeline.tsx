'use client';
import { closestCenter, DndContext } from '@dnd-kit/core';
import { horizontalListSortingStrategy, SortableContext, useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import type { Asset } from '@spotsmith/contract/assets';
import { clsx } from 'clsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { isWorking } from '#src/journey/steps.ts';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { adSeconds, type Pacing } from '#src/screens/finish/ad-seconds.ts';
import { draftFrom } from '#src/screens/finish/finish-draft.ts';
import { useReorder } from '#src/screens/media/use-reorder.ts';
import { playedSeconds } from './played-seconds.ts';
import { filmClips, useApproveClips } from './use-film-clips.ts';

/** Where it is being chosen; else it is as the ad has it. */
type TimelineProps = { pacing?: Pacing };

/** The film as a strip: what plays, in which order, for how long. Each clip is as wide as it is long. */
export function Timeline({ pacing }: TimelineProps) {
  const { t, seconds } = useTranslator();
  const { session } = useAd();
  const playing = filmClips(session);
  const ids = playing.map(({ id }) => id);
  const order = useApproveClips();
  const dnd = useReorder(ids, t('clips.one'), (next) => order.mutate(next));
  if (playing.length === 0) return null;
  const total = adSeconds(playing.map(playedSeconds), pacing ?? draftFrom(session));

  return (
    <section
      data-timeline
      aria-label={t('timeline.label')}
      className="border-t border-line bg-surface px-4 py-3 sm:px-6"
    >
      <div className="figures mb-2 flex justify-between text-xs text-quiet">
        <span>{t('timeline.label')}</span>
        <span>
          {t('timeline.total', { length: seconds(total), target: seconds(session.options.target_seconds) })}
        </span>
      </div>
      <DndContext {...dnd} id="timeline" collisionDetection={closestCenter}>
        <SortableContext items={ids} strategy={horizontalListSortingStrategy} disabled={isWorking(session)}>
          <ol className="flex gap-1 overflow-x-auto pb-1">
            {playing.map((clip, index) => (
              <Piece key={clip.id} clip={clip} number={index + 1} />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
    </section>
  );
}

function Piece({ clip, number }: { clip: Asset; number: number }) {
  const { t, seconds } = useTranslator();
  const { attributes, listeners, setNodeRef, transform, transition, isDragging } = useSortable({
    id: clip.id,
  });
  const length = playedSeconds(clip);
  const name = t('clips.name', { n: number, role: seconds(length) });
  return (
    <li
      ref={setNodeRef}
      style={{
        flexGrow: length,
        transform: CSS.Translate.toString(transform),
        transition: transition ?? undefined,
      }}
      className={clsx('min-w-20 basis-0', isDragging && 'z-10 shadow-float')}
    >
      <button
        type="button"
        {...attributes}
        {...listeners}
        aria-label={t('reorder.handle', { name })}
        className="relative block h-14 w-full cursor-grab touch-none overflow-hidden rounded-control bg-raised"
      >
        {clip.poster_url !== null && (
          <img src={clip.poster_url} alt="" draggable={false} className="size-full object-cover" />
        )}
        <span className="figures absolute bottom-1 end-1 rounded bg-ground px-1.5 text-xs text-text">
          {seconds(length)}
        </span>
      </button>
    </li>
  );
}
