'use client';
import { MAX_CLIP_SECONDS, MIN_CLIP_SECONDS } from '@spotsmith/contract/limits';
import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import type { Asset } from '@spotsmith/contract/assets';
import type { Scene, SceneDirection } from '@spotsmith/contract/scene';
import { CAMERA_MOVES, SCENE_ROLES, SHOTS } from '@spotsmith/contract/words';
import { clsx } from 'clsx';
import { GripVertical, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { DraftInput, DraftTextarea } from '#src/components/draft-text.tsx';
import { MediaFrame } from '#src/components/media-frame.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { Slider } from '#src/components/ui/slider.tsx';
import { WordSelect } from '#src/components/ui/word-select.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { useAd } from '#src/screens/ad-studio/ad-context.tsx';

type SceneCardProps = {
  scene: Scene;
  number: number;
  image: Asset | undefined;
  onEdit: (change: Partial<SceneDirection>) => void;
  /** Left out for the only scene. */
  onRemove?: () => void;
};

/** One scene: its image and everything that directs it. */
export function SceneCard({ scene, number, image, onEdit, onRemove }: SceneCardProps) {
  const { t } = useTranslator();
  const { session } = useAd();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({
      id: scene.id,
    });
  const name = t('scenes.name', { n: number });

  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition: transition ?? undefined }}
      className={clsx(
        'grid gap-4 rounded-media border border-line bg-surface p-4 sm:grid-cols-[11rem_1fr]',
        isDragging && 'z-10 shadow-float',
      )}
    >
      <div className="flex flex-col gap-2">
        <div className="flex h-9 items-center justify-between">
          <div className="flex items-center gap-1">
            <button
              type="button"
              ref={setActivatorNodeRef}
              {...attributes}
              {...listeners}
              aria-label={t('reorder.handle', { name })}
              className="-ms-2 grid size-9 cursor-grab touch-none place-items-center rounded-control text-quiet hover:bg-raised hover:text-text"
            >
              <GripVertical aria-hidden className="size-4 stroke-[1.5]" />
            </button>
            <h3 className="text-sm font-semibold">{name}</h3>
          </div>
          {onRemove !== undefined && (
            <IconButton label={t('scenes.remove', { name })} onClick={onRemove}>
              <Trash2 />
            </IconButton>
          )}
        </div>
        <MediaFrame
          aspectRatio={image?.aspect_ratio ?? session.options.aspect_ratio}
          className="max-h-56 max-sm:w-48"
        >
          {image?.url != null && (
            <img
              src={image.poster_url ?? image.url}
              alt={image.view === null ? '' : t(`view.${image.view}`)}
              className="size-full object-cover"
            />
          )}
        </MediaFrame>
      </div>
      <Direction scene={scene} onEdit={onEdit} />
    </li>
  );
}

function Direction({ scene, onEdit }: Pick<SceneCardProps, 'scene' | 'onEdit'>) {
  const { t, seconds, percent } = useTranslator();
  return (
    <div className="grid min-w-0 grid-cols-2 gap-x-4 gap-y-3 md:grid-cols-3">
      <Field label={t('scenes.role')}>
        <WordSelect
          words={SCENE_ROLES}
          value={scene.role}
          inWords={(word) => t(`role.${word}`)}
          onChoose={(role) => onEdit({ role })}
        />
      </Field>
      <Field label={t('scenes.shot')}>
        <WordSelect
          words={SHOTS}
          value={scene.shot}
          inWords={(word) => t(`shot.${word}`)}
          onChoose={(shot) => onEdit({ shot })}
        />
      </Field>
      <div className="max-md:col-span-2">
        <Field label={t('scenes.camera')}>
          <WordSelect
            words={CAMERA_MOVES}
            value={scene.camera}
            inWords={(word) => t(`camera.${word}`)}
            onChoose={(camera) => onEdit({ camera })}
          />
        </Field>
      </div>
      <div className="col-span-2 md:col-span-3">
        <Field label={t('scenes.motion')}>
          <DraftTextarea
            value={scene.motion_prompt}
            maxLength={500}
            mayBeEmpty
            onKeep={(motion_prompt) => onEdit({ motion_prompt })}
            className="min-h-16"
          />
        </Field>
      </div>
      <DraftSlider
        label={t('scenes.length')}
        value={scene.seconds}
        min={MIN_CLIP_SECONDS}
        max={MAX_CLIP_SECONDS}
        step={0.5}
        inWords={seconds}
        onKeep={(length) => onEdit({ seconds: length })}
      />
      <DraftSlider
        label={t('scenes.intensity')}
        value={scene.motion_intensity}
        min={0}
        max={1}
        step={0.05}
        inWords={(value) => percent(value * 100)}
        onKeep={(motion_intensity) => onEdit({ motion_intensity })}
      />
      <div className="max-md:col-span-2">
        <Field label={t('scenes.text')}>
          <DraftInput
            value={scene.on_screen_text}
            maxLength={40}
            mayBeEmpty
            onKeep={(on_screen_text) => onEdit({ on_screen_text })}
          />
        </Field>
      </div>
    </div>
  );
}

type DraftSliderProps = {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  inWords: (value: number) => string;
  onKeep: (value: number) => void;
};

/** Follows the hand while it slides; kept when it lets go. */
function DraftSlider({ value, onKeep, ...slider }: DraftSliderProps) {
  const [sliding, setSliding] = useState<number | null>(null);
  return (
    <Slider
      {...slider}
      values={[sliding ?? value]}
      onChange={([now]) => setSliding(now ?? null)}
      onCommit={([kept]) => {
        setSliding(null);
        if (kept !== undefined && kept !== value) onKeep(kept);
      }}
    />
  );
}
