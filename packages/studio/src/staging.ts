import { SCENE_FAMILIES, type SceneFamilyId, type Staging } from './scene-families.ts';

/** A view from above lies flat or floats; everything else stands where the family has a floor. */
export function stagingFor(
  family: SceneFamilyId,
  view: string,
  viewpoint: 'eye-level' | 'top-down',
): Staging {
  const offered: readonly Staging[] = SCENE_FAMILIES.find(({ id }) => id === family)?.stagings ?? ['float'];
  const wanted: readonly Staging[] =
    viewpoint === 'top-down' || view === 'top'
      ? ['flat-lay', 'float', 'floor']
      : ['floor', 'float', 'flat-lay'];
  return wanted.find((staging) => offered.includes(staging)) ?? 'float';
}
