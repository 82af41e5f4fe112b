import { parseArgs } from 'node:util';
import { FIGURES } from './figures.ts';
import { needsOf } from './scale-model.ts';
import { needsTable } from './scaling-page.ts';

// `npm run scale -- --ads 50000`: what so many ads a day need, as `docs/scaling.md` reckons it.

const { values } = parseArgs({ options: { ads: { type: 'string', default: '1000000' } } });
const ads = Number(values.ads);
if (!Number.isFinite(ads) || ads <= 0) throw new Error('--ads must be a number of ads a day.');
console.log(needsTable([[`${ads.toLocaleString('en')} ads a day`, needsOf(ads, FIGURES)]]));
