'use client';
import { MAX_CLIP_SECONDS, MIN_CLIP_SECONDS } from '@spotsmith/contract/limits';
import { Button } from '#src/components/ui/button.tsx';
import { Dialog } from '#src/components/ui/dialog.tsx';
import { Field } from '#src/components/ui/field.tsx';
import { Textarea } from '#src/components/ui/input.tsx';
import { Slider } from '#src/components/ui/slider.tsx';
import { useTranslator } from '#src/i18n/translator-context.tsx';

export type Direction = { scenePrompt: string; clipSeconds: number };

type DirectionDialogProps = {
  direction: Direction;
  onChange: (change: Partial<Direction>) => void;
  onClose: () => void;
};

/** What should happen in the scenes, and how long each is, before they are planned. */
export function DirectionDialog({ direction, onChange, onClose }: DirectionDialogProps) {
  const { t, seconds } = useTranslator();
  const { scenePrompt } = direction;
  return (
    <Dialog isOpen onClose={onClose} title={t('direction.title')} description={t('direction.lead')}>
      <div className="flex flex-col gap-5">
        <Field label={t('direction.prompt')} aside={`${scenePrompt.length} / 500`}>
          <Textarea
            value={scenePrompt}
            onChange={(event) => onChange({ scenePrompt: event.target.value })}
            maxLength={500}
            placeholder={t('direction.example')}
          />
        </Field>
        <Slider
          label={t('direction.length')}
          values={[direction.clipSeconds]}
          min={MIN_CLIP_SECONDS}
          max={MAX_CLIP_SECONDS}
          step={0.5}
          inWords={seconds}
          onChange={([clipSeconds = direction.clipSeconds]) => onChange({ clipSeconds })}
        />
        <Button look="primary" onClick={onClose}>
          {t('action.done')}
        </Button>
      </div>
    </Dialog>
  );
}
