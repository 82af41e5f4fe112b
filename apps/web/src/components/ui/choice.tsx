'use client';
import { clsx } from 'clsx';
import { ToggleGroup } from 'radix-ui';
import { useId, type ReactNode } from 'react';

export type ChoiceOption<Value extends string> = {
  value: Value;
  label: string;
  /** Drawn above the label, e.g. the shape of a format. */
  picture?: ReactNode;
  isDisabled?: boolean;
};

type Common<Value extends string> = {
  label: string;
  options: readonly ChoiceOption<Value>[];
  isLabelHidden?: boolean;
};
type One<Value extends string> = Common<Value> & { value: Value; onChange: (value: Value) => void };
type Many<Value extends string> = Common<Value> & {
  values: readonly Value[];
  onChange: (values: Value[]) => void;
};

const ITEM =
  'flex min-h-10 flex-1 items-center justify-center gap-1.5 whitespace-nowrap rounded-control border border-line bg-ground px-2 py-1.5 text-sm text-quiet transition-colors hover:text-text disabled:opacity-45 data-[state=on]:border-text data-[state=on]:bg-raised data-[state=on]:text-text';

/** A few exclusive options, all in sight. */
export function Choice<Value extends string>({ label, options, isLabelHidden, value, onChange }: One<Value>) {
  return (
    <Labelled label={label} isLabelHidden={isLabelHidden}>
      {(labelId) => (
        <ToggleGroup.Root
          type="single"
          aria-labelledby={labelId}
          value={value}
          onValueChange={(chosen) => {
            const option = options.find((candidate) => candidate.value === chosen);
            if (option !== undefined) onChange(option.value);
          }}
          className="flex flex-wrap gap-1.5"
        >
          {options.map((option) => (
            <Item key={option.value} option={option} />
          ))}
        </ToggleGroup.Root>
      )}
    </Labelled>
  );
}

/** Options of which several can be on, in the order in which they were chosen. */
export function Choices<Value extends string>({
  label,
  options,
  isLabelHidden,
  values,
  onChange,
}: Many<Value>) {
  return (
    <Labelled label={label} isLabelHidden={isLabelHidden}>
      {(labelId) => (
        <ToggleGroup.Root
          type="multiple"
          aria-labelledby={labelId}
          value={[...values]}
          onValueChange={(chosen) =>
            onChange(chosen.flatMap((word) => options.find(({ value }) => value === word)?.value ?? []))
          }
          className="flex flex-wrap gap-1.5"
        >
          {options.map((option) => (
            <Item key={option.value} option={option} />
          ))}
        </ToggleGroup.Root>
      )}
    </Labelled>
  );
}

function Item<Value extends string>({ option }: { option: ChoiceOption<Value> }) {
  return (
    <ToggleGroup.Item value={option.value} disabled={option.isDisabled ?? false} className={ITEM}>
      {option.picture}
      {option.label}
    </ToggleGroup.Item>
  );
}

function Labelled(props: {
  label: string;
  isLabelHidden: boolean | undefined;
  children: (labelId: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <span id={id} className={clsx('text-sm font-medium', props.isLabelHidden === true && 'sr-only')}>
        {props.label}
      </span>
      {props.children(id)}
    </div>
  );
}
