import type { StyleId } from '../storyboard.ts';
import { bold } from './bold.ts';
import type { Style } from './style.ts';

/** Every style by its id. */
export const styles: Partial<Record<StyleId, Style>> = { bold };
