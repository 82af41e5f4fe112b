import { z } from 'zod';

/** The process runs. */
export const Health = z.object({ status: z.literal('ok'), version: z.string() });

/** Whether the installation can serve, and which part cannot. */
export const Readiness = z.object({
  is_ready: z.boolean(),
  checks: z.array(z.object({ name: z.string(), is_ok: z.boolean(), detail: z.string() })),
});
export type Readiness = z.infer<typeof Readiness>;
