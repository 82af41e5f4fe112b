'use client';
import { MAX_SCENES } from '@spotsmith/contract/limits';
import { closestCenter, DndContext } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { ImagePlus } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { Menu, MenuItem } from '#src/components/ui/menu.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';
import { Stage } from '#src/screens/ad-studio/stage.tsx';
import { useReorder } from '#src/screens/media/use-reorder.ts';
import { MakeClipsBar } from './make-clips-bar.tsx';
import { SceneCard } from './scene-card.tsx';
import { newScene, useEditScenes } from './use-edit-scenes.ts';

/** The plan of the film: one scene for each image, in playing order. */
export function ScenesStep() {
  const { t, seconds } = useTranslator();
  const { session } = useAd();
  const { scenes } = session;
  const edit = useEditScenes();
  const ids = scenes.map(({ id }) => id);
  const dnd = useReorder(ids, t('scenes.one'), (order) =>
    edit.mutate(order.flatMap((id) => scenes.find((scene) => scene.id === id) ?? [])),
  );
  const spare = session.images.filter(({ status }) => status === 'ready');
  const total = scenes.reduce((sum, scene) => sum + scene.seconds, 0);

  return (
    <>
      <Stage
        title={t('scenes.title')}
        lead={session.status === 'planning_scenes' ? t('scenes.planning') : t('scenes.lead')}
        aside={
          scenes.length > 0 ? (
            <p className="figures text-sm text-quiet">{t('scenes.total', { length: seconds(total) })}</p>
          ) : null
        }
      >
        {scenes.length === 0 ? (
          <ScenesSkeleton />
        ) : (
          <DndContext {...dnd} id="scenes" collisionDetection={closestCenter}>
            <SortableContext items={ids} strategy={verticalListSortingStrategy}>
              <ol className="flex max-w-5xl flex-col gap-4">
                {scenes.map((scene, index) => (
                  <SceneCard
                    key={scene.id}
                    scene={scene}
                    number={index + 1}
                    image={session.images.find(({ id }) => id === scene.image_id)}
                    onEdit={(change) => edit.mutate(scenes.with(index, { ...scene, ...change }))}
                    {...(scenes.length > 1
                      ? { onRemove: () => edit.mutate(scenes.toSpliced(index, 1)) }
                      : {})}
                  />
                ))}
              </ol>
            </SortableContext>
          </DndContext>
        )}
        {scenes.length > 0 && scenes.length < MAX_SCENES && (
          <Menu
            trigger={
              <Button className="self-start">
                <ImagePlus />
                {t('scenes.add')}
              </Button>
            }
          >
            {spare.map((image) => (
              <MenuItem
                key={image.id}
                onSelect={() => edit.mutate([...scenes, newScene(image, scenes.length)])}
              >
                <img
                  src={image.poster_url ?? image.url ?? ''}
                  alt=""
                  className="size-10 rounded object-cover"
                />
                {t('images.name', {
                  n: image.position + 1,
                  view: image.view === null ? '' : t(`view.${image.view}`),
                })}
              </MenuItem>
            ))}
          </Menu>
        )}
      </Stage>
      <MakeClipsBar />
    </>
  );
}

function ScenesSkeleton() {
  return (
    <div aria-hidden className="flex max-w-5xl flex-col gap-4">
      {['first', 'second', 'third'].map((place) => (
        <div key={place} className="shimmer h-52 rounded-media bg-surface" />
      ))}
    </div>
  );
}
