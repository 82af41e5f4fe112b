import type { LayoutId } from '../storyboard.ts';

/** The ground of each layout: a usual one, and those of layouts that differ. New layouts get the usual one. */
export function groundNames<Name extends string>(usual: Name, others: Partial<Record<LayoutId, Name>>) {
  return (layout: LayoutId): Name => others[layout] ?? usual;
}
