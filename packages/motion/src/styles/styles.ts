import { bold } from './bold.ts';
import { editorial } from './editorial.ts';
import { luxury } from './luxury.ts';
import { minimal } from './minimal.ts';
import { organic } from './organic.ts';
import { playful } from './playful.ts';
import { retro } from './retro.ts';
import { sale } from './sale.ts';
import type { Style } from './style.ts';
import { tech } from './tech.ts';

/** Every style by its id. */
export const styles = {
  bold,
  luxury,
  minimal,
  playful,
  tech,
  organic,
  retro,
  sale,
  editorial,
} satisfies Record<string, Style>;
