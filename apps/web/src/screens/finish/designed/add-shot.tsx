'use client';
import type { AspectRatio } from '@spotsmith/contract/words';
import { scheduleShots } from '@spotsmith/motion/film/schedule-shots';
import type { Storyboard } from '@spotsmith/motion/storyboard';
import { clsx } from 'clsx';
import { Popover } from 'radix-ui';
import { useMemo, useRef, useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Choice } from '#src/components/ui/choice.tsx';
import { newKey } from '#src/data/call-api.ts';
import type { StoryboardAnswer } from '#src/data/queries.ts';
import { CARD_CANVAS } from '#src/film/film-canvas.ts';
import type { FilmStudio } from '#src/film/open-film.ts';
import { settledFrame } from '#src/film/settled-frame.ts';
import { useFilm } from '#src/film/use-film.ts';
import { useTranslator } from '#src/i18n/translator-context.tsx';
import { arrowStep } from './arrow-step.ts';
import { FilmRadio } from './film-radio.tsx';
import { addShot, type NewShot, newShots } from './new-shots.ts';
import { pictureName } from './picture-select.tsx';

type AddShotProps = {
  studio: FilmStudio | null;
  storyboard: Storyboard;
  aspectRatio: AspectRatio;
  hasCutout: boolean;
  pictures: StoryboardAnswer['pictures'];
  /** Before which shot it is to stand. */
  place: number;
  onAdd: (added: Storyboard) => void;
  onClose: () => void;
};

const LENGTHS = ['kept', 'grows'] as const;

/** Shots that this ad could have besides, as they would look in it; opens where the new one will stand. */
export function AddShot(props: AddShotProps) {
  const { studio, storyboard, aspectRatio, hasCutout, pictures, place, onAdd, onClose } = props;
  const { t, seconds } = useTranslator();
  const ideas = useMemo(() => newShots(storyboard, hasCutout, pictures), [storyboard, hasCutout, pictures]);
  const [chosen, setChosen] = useState(0);
  const [length, setLength] = useState<(typeof LENGTHS)[number]>('kept');
  const before = storyboard.shots[place - 1];
  const anchor = useRef({
    getBoundingClientRect: () => {
      const shot = document.getElementById(`shot-${before?.id}`)?.getBoundingClientRect();
      return new DOMRect(shot?.right ?? 0, shot?.top ?? 0, 0, shot?.height ?? 0);
    },
  });
  const opener = useRef(document.activeElement);
  const isAdded = useRef(false);
  const idea = ideas[chosen];
  const withIdea = (kept: boolean) =>
    idea === undefined ? storyboard : addShot(storyboard, place, { ...idea, id: 'new' }, kept);
  const lengthOf = (board: Storyboard) => seconds(scheduleShots(board).totalSeconds);
  const add = () => {
    if (idea === undefined) return;
    isAdded.current = true;
    onAdd(addShot(storyboard, place, { ...idea, id: newKey() }, length === 'kept'));
    onClose();
  };
  const nameOf = ({ layout, picture }: NewShot) =>
    picture.kind === 'product'
      ? t(`layout.${layout}`)
      : `${t(`layout.${layout}`)} · ${pictureName(t, pictures, picture.assetId)}`;
  const isUpright = aspectRatio === '9:16' || aspectRatio === '4:5';
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          side="top"
          sideOffset={10}
          collisionPadding={16}
          aria-label={t('designed.addAfter', { n: place })}
          className="z-50 flex max-h-(--radix-popover-content-available-height) w-[min(24rem,calc(100vw-2rem))] animate-rise flex-col gap-3 overflow-y-auto rounded-media border border-line bg-surface p-4 shadow-float"
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            const content = event.currentTarget;
            if (content instanceof Element) content.querySelector<HTMLElement>('[role=radio]')?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // The new shot is the selected one of the strip.
            const strip = document.querySelector<HTMLElement>('[role=listbox]');
            (isAdded.current || !(opener.current instanceof HTMLElement) ? strip : opener.current)?.focus();
          }}
        >
          <h2 className="text-sm font-semibold">{t('designed.addAfter', { n: place })}</h2>
          <div
            role="radiogroup"
            aria-label={t('designed.layout')}
            className={clsx('grid gap-2.5', isUpright ? 'grid-cols-5' : 'grid-cols-3')}
            onKeyDown={(event) => {
              arrowStep(event, chosen);
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          >
            {ideas.map((each, index) => (
              <IdeaCard
                key={`${each.layout}-${'assetId' in each.picture ? each.picture.assetId : ''}`}
                name={nameOf(each)}
                idea={each}
                isChosen={index === chosen}
                studio={studio}
                storyboard={storyboard}
                aspectRatio={aspectRatio}
                onChoose={() => setChosen(index)}
              />
            ))}
          </div>
          <p role="status" className="truncate text-sm text-quiet">
            {idea !== undefined && nameOf(idea)}
          </p>
          <Choice
            isLabelHidden
            label={t('designed.addLength')}
            value={length}
            options={LENGTHS.map((value) => ({
              value,
              label: t(`designed.addLength.${value}`, { length: lengthOf(withIdea(value === 'kept')) }),
            }))}
            onChange={setLength}
          />
          <Button onClick={add} disabled={idea === undefined}>
            {t('designed.addThis')}
          </Button>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

type CardProps = Pick<AddShotProps, 'studio' | 'storyboard' | 'aspectRatio'> & {
  name: string;
  idea: NewShot;
  isChosen: boolean;
  onChoose: () => void;
};

function IdeaCard({ idea, studio, storyboard, aspectRatio, ...shared }: CardProps) {
  const alone = useMemo(() => ({ ...storyboard, shots: [{ ...idea, id: 'new' }] }), [storyboard, idea]);
  const { opened } = useFilm(studio, alone, CARD_CANVAS[aspectRatio]);
  return (
    <FilmRadio
      aspectRatio={aspectRatio}
      opened={opened}
      frame={settledFrame(opened?.film.shots[0])}
      {...shared}
    />
  );
}
