'use client';
import { clsx } from 'clsx';
import { Slider as Primitive } from 'radix-ui';

type SliderProps = {
  label: string;
  /** One value, or the two ends of a span. */
  values: readonly number[];
  /** The name of each handle, when there are two. */
  handleLabels?: readonly string[];
  min: number;
  max: number;
  step: number;
  /** What the value means, said and shown: `3 s`. */
  inWords: (value: number) => string;
  minDistance?: number;
  onChange: (values: number[]) => void;
  /** When the handle is let go. */
  onCommit?: (values: number[]) => void;
  isLabelHidden?: boolean;
};

export function Slider(props: SliderProps) {
  const {
    label,
    values,
    handleLabels,
    inWords,
    min,
    max,
    step,
    minDistance = 0,
    isLabelHidden = false,
  } = props;
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <div className={clsx('flex items-baseline justify-between gap-2', isLabelHidden && 'sr-only')}>
        <span className="text-sm font-medium">{label}</span>
        <span dir="auto" className="figures text-sm text-quiet">
          {values.map(inWords).join(' – ')}
        </span>
      </div>
      <Primitive.Root
        value={[...values]}
        min={min}
        max={max}
        step={step}
        minStepsBetweenThumbs={Math.round(minDistance / step)}
        onValueChange={props.onChange}
        {...(props.onCommit === undefined ? {} : { onValueCommit: props.onCommit })}
        className="relative flex h-8 touch-none select-none items-center"
      >
        <Primitive.Track className="relative h-1 grow rounded-full bg-hover">
          <Primitive.Range className="absolute h-full rounded-full bg-quiet" />
        </Primitive.Track>
        {values.map((value, index) => (
          <Primitive.Thumb
            key={handleLabels?.[index] ?? label}
            aria-label={handleLabels?.[index] ?? label}
            aria-valuetext={inWords(value)}
            className="block size-5 rounded-full border-2 border-ground bg-text shadow-float focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-focus"
          />
        ))}
      </Primitive.Root>
    </div>
  );
}
