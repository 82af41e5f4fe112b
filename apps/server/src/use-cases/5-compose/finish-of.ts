import type { Finish } from '@spotsmith/contract/finish';
import type { Session } from '../../domain/session.ts';

/** How the ad is finished so far: what was chosen, and the usual for the rest. */
export function finishOf(session: Session): Finish {
  return {
    product_name: session.brief?.product.name ?? '',
    call_to_action: session.brief?.call_to_action ?? '',
    music: { source: 'generated' },
    aspect_ratios: [session.options.aspect_ratio],
    ...session.finish,
  };
}
