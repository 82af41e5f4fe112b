'use client';
import { clsx } from 'clsx';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

type MenuProps = {
  trigger: ReactNode;
  /** Whether it is open when it appears: behind a `LateMenu`. */
  isOpenAtFirst?: boolean;
  children: ReactNode;
};

export function Menu({ trigger, isOpenAtFirst = false, children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false} defaultOpen={isOpenAtFirst}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={6}
          className="z-50 min-w-48 animate-rise rounded-media border border-line bg-raised p-1 shadow-float"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const ITEM =
  'flex w-full items-center gap-2.5 rounded-control px-2.5 py-2 text-sm outline-none data-highlighted:bg-hover [&_svg]:size-4 [&_svg]:stroke-[1.5]';

type MenuItemProps = { onSelect?: () => void; isDanger?: boolean; asChild?: boolean; children: ReactNode };

export function MenuItem({ onSelect, isDanger = false, asChild = false, children }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      asChild={asChild}
      {...(onSelect === undefined ? {} : { onSelect })}
      className={clsx(ITEM, 'cursor-pointer', isDanger ? 'text-danger' : 'text-text')}
    >
      {children}
    </DropdownMenu.Item>
  );
}

type MenuChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
};

/** A few exclusive choices inside a menu: theme, language. */
export function MenuChoice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: MenuChoiceProps<Value>) {
  return (
    <DropdownMenu.RadioGroup
      value={value}
      onValueChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
    >
      <DropdownMenu.Label className="px-2.5 pb-1 pt-2 text-xs text-quiet">{label}</DropdownMenu.Label>
      {options.map((option) => (
        <DropdownMenu.RadioItem
          key={option.value}
          value={option.value}
          className={clsx(ITEM, 'cursor-pointer justify-between text-text')}
        >
          {option.label}
          <DropdownMenu.ItemIndicator className="size-2 rounded-full bg-accent" />
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}

export function MenuLine() {
  return <DropdownMenu.Separator className="my-1 h-px bg-line" />;
}
