import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  inArray,
  isNull,
  notInArray,
  sql,
  type SQLWrapper,
} from './drizzle.ts';
import { NotFound } from '#src/domain/faults.ts';
import type { Micros } from '#src/domain/money.ts';
import type { NewAttempt } from '#src/domain/spending.ts';
import type { SpendingReader, SpendingWriter } from '#src/ports/store.ts';
import type { Handle } from './handle.ts';
import { firstOf } from './rows.ts';
import { sessions } from './tables/sessions.ts';
import { budgetHolds, dailySpending, generationCosts, providerAttempts } from './tables/spending.ts';

// Rows are always locked in the order session, attempt, day: two writers can wait for each other, never in a circle.

const { ordinal: _ordinal, ...attemptColumns } = getTableColumns(providerAttempts);
const attemptFields = {
  ...attemptColumns,
  estimateMicros: generationCosts.estimateMicros,
  units: generationCosts.units,
  unitName: generationCosts.unitName,
};
const costFields = {
  id: providerAttempts.id,
  sessionId: providerAttempts.sessionId,
  assetId: providerAttempts.assetId,
  stage: providerAttempts.stage,
  provider: providerAttempts.provider,
  model: providerAttempts.model,
  units: generationCosts.units,
  unitName: generationCosts.unitName,
  estimateMicros: generationCosts.estimateMicros,
  actualMicros: generationCosts.actualMicros,
  durationMs: generationCosts.durationMs,
  outcome: providerAttempts.state,
  createdAt: providerAttempts.createdAt,
};
/** How many runs tell how long the next one takes. */
const USUAL_OF = 5;
const costOfAttempt = eq(generationCosts.attemptId, providerAttempts.id);

export function spendingReader(db: Handle): SpendingReader {
  return {
    async ofSession(sessionId) {
      return db
        .select(costFields)
        .from(providerAttempts)
        .innerJoin(generationCosts, costOfAttempt)
        .where(eq(providerAttempts.sessionId, sessionId))
        .orderBy(asc(providerAttempts.ordinal));
    },

    async unfinished() {
      return db
        .select(attemptFields)
        .from(providerAttempts)
        .innerJoin(generationCosts, costOfAttempt)
        .where(inArray(providerAttempts.state, ['open', 'unknown']))
        .orderBy(asc(providerAttempts.ordinal));
    },

    async ownersOf(provider, externalIds) {
      const { id: attemptId, externalId } = providerAttempts;
      const rows = await db
        .select({ attemptId, externalId })
        .from(providerAttempts)
        .where(and(eq(providerAttempts.provider, provider), inArray(externalId, [...externalIds])));
      return rows.flatMap((row) => (row.externalId === null ? [] : [{ ...row, externalId: row.externalId }]));
    },

    async byModel() {
      const { stage, provider, model, state } = providerAttempts;
      const total = (amount: SQLWrapper) => sql<number>`coalesce(sum(${amount}), 0)`.mapWith(Number);
      return db
        .select({
          stage,
          provider,
          model,
          calls: sql<number>`count(*)`.mapWith(Number),
          failedCalls: sql<number>`count(*) filter (where ${state} <> 'succeeded')`.mapWith(Number),
          estimateMicros: total(generationCosts.estimateMicros),
          actualMicros: total(generationCosts.actualMicros),
          guessedMicros:
            sql<number>`coalesce(sum(${generationCosts.actualMicros}) filter (where ${generationCosts.isGuess} is not false), 0)`.mapWith(
              Number,
            ),
        })
        .from(providerAttempts)
        .innerJoin(generationCosts, costOfAttempt)
        .where(notInArray(state, ['open', 'unknown']))
        .groupBy(stage, provider, model)
        .orderBy(stage, provider, model);
    },

    async usualDurationMs(provider, model) {
      const isOfModel = and(
        eq(providerAttempts.provider, provider),
        eq(providerAttempts.model, model),
        eq(providerAttempts.state, 'succeeded'),
      );
      const latest = await db
        .select({ durationMs: generationCosts.durationMs })
        .from(providerAttempts)
        .innerJoin(generationCosts, costOfAttempt)
        .where(isOfModel)
        .orderBy(desc(providerAttempts.ordinal))
        .limit(USUAL_OF);
      const durations = latest.flatMap(({ durationMs }) => durationMs ?? []).toSorted((a, b) => a - b);
      return durations[Math.floor(durations.length / 2)] ?? null;
    },
  };
}

export function spendingWriter(tx: Handle): SpendingWriter {
  return {
    ...spendingReader(tx),

    async open(attempt, dailyCapMicros) {
      const refusal = await hold(tx, attempt, dailyCapMicros);
      if (refusal) return refusal;
      const { estimateMicros, units, unitName, ...call } = attempt;
      const written = firstOf(await tx.insert(providerAttempts).values(call).returning(attemptColumns));
      await tx.insert(generationCosts).values({ attemptId: attempt.id, estimateMicros, units, unitName });
      if (estimateMicros > 0) {
        await tx.insert(budgetHolds).values({
          attemptId: attempt.id,
          sessionId: attempt.sessionId,
          userId: attempt.userId,
          day: today,
          amountMicros: estimateMicros,
        });
      }
      return { refusedBy: null, attempt: { ...written, estimateMicros, units, unitName } };
    },

    async latest(sessionId, stage, assetId) {
      const [attempt] = await tx
        .select(attemptFields)
        .from(providerAttempts)
        .innerJoin(generationCosts, costOfAttempt)
        .where(
          and(
            eq(providerAttempts.sessionId, sessionId),
            eq(providerAttempts.stage, stage),
            assetId === null ? isNull(providerAttempts.assetId) : eq(providerAttempts.assetId, assetId),
          ),
        )
        .orderBy(desc(providerAttempts.ordinal))
        .limit(1);
      return attempt ?? null;
    },

    async setExternalId(attemptId, externalId) {
      await tx.update(providerAttempts).set({ externalId }).where(eq(providerAttempts.id, attemptId));
    },

    async close(attemptId, { state, actualMicros, durationMs, isGuess }) {
      const { estimateMicros } = await lockAttempt(tx, attemptId);
      if (actualMicros < 0 || actualMicros > estimateMicros) {
        throw new RangeError(
          `Attempt ${attemptId} cost ${actualMicros} micro-dollars, but at most ${estimateMicros} were held for it.`,
        );
      }
      const closed = await tx
        .update(providerAttempts)
        .set({ state })
        .where(and(eq(providerAttempts.id, attemptId), inArray(providerAttempts.state, ['open', 'unknown'])))
        .returning({ id: providerAttempts.id });
      if (closed.length === 0 || state === 'unknown') return;
      await tx
        .update(generationCosts)
        .set({ actualMicros, durationMs, isGuess })
        .where(eq(generationCosts.attemptId, attemptId));
      await settle(tx, attemptId, actualMicros);
    },
  };
}

/** Gives back everything that is held for a session, e.g. before it is removed. */
export async function releaseHoldsOf(tx: Handle, sessionId: string): Promise<void> {
  await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, sessionId)).for('update');
  const held = await tx.select().from(budgetHolds).where(eq(budgetHolds.sessionId, sessionId));
  for (const { attemptId } of held) await settle(tx, attemptId, 0);
}

const today = sql<string>`(clock_timestamp() at time zone 'UTC')::date`;

type Refusal = { refusedBy: 'session' | 'day'; leftMicros: Micros };

/** Each cap is tested and used in one UPDATE, whose row lock makes parallel calls take turns. */
async function hold(
  tx: Handle,
  { sessionId, userId, estimateMicros }: NewAttempt,
  dailyCapMicros: Micros,
): Promise<Refusal | null> {
  if (estimateMicros === 0) return null;
  const inSession = await tx
    .update(sessions)
    .set({ heldMicros: sql`${sessions.heldMicros} + ${estimateMicros}` })
    .where(
      and(
        eq(sessions.id, sessionId),
        sql`${sessions.spentMicros} + ${sessions.heldMicros} + ${estimateMicros} <= ${sessions.capMicros}`,
      ),
    )
    .returning({ id: sessions.id });
  if (inSession.length === 0) {
    const session = firstOf(
      await tx.select().from(sessions).where(eq(sessions.id, sessionId)),
      'session_not_found',
      'There is no such ad.',
    );
    const leftMicros = session.capMicros - session.spentMicros - session.heldMicros;
    return { refusedBy: 'session', leftMicros };
  }

  await tx.insert(dailySpending).values({ userId, day: today }).onConflictDoNothing();
  const isToday = and(eq(dailySpending.userId, userId), eq(dailySpending.day, today));
  const inDay = await tx
    .update(dailySpending)
    .set({ heldMicros: sql`${dailySpending.heldMicros} + ${estimateMicros}` })
    .where(
      and(
        isToday,
        sql`${dailySpending.spentMicros} + ${dailySpending.heldMicros} + ${estimateMicros} <= ${dailyCapMicros}`,
      ),
    )
    .returning({ day: dailySpending.day });
  if (inDay.length > 0) return null;

  await tx
    .update(sessions)
    .set({ heldMicros: sql`${sessions.heldMicros} - ${estimateMicros}` })
    .where(eq(sessions.id, sessionId));
  const [day] = await tx.select().from(dailySpending).where(isToday);
  const usedMicros = day ? day.spentMicros + day.heldMicros : 0;
  return { refusedBy: 'day', leftMicros: Math.max(0, dailyCapMicros - usedMicros) };
}

/** Locks the session of an attempt first, as everybody does, and then the attempt. */
async function lockAttempt(tx: Handle, attemptId: string): Promise<{ estimateMicros: Micros }> {
  const [found] = await tx
    .select({ sessionId: providerAttempts.sessionId, estimateMicros: generationCosts.estimateMicros })
    .from(providerAttempts)
    .innerJoin(generationCosts, costOfAttempt)
    .where(eq(providerAttempts.id, attemptId));
  if (!found) throw new NotFound('attempt_not_found', 'There is no such attempt.');
  await tx.select({ id: sessions.id }).from(sessions).where(eq(sessions.id, found.sessionId)).for('update');
  return found;
}

/** Turns what is held for an attempt into what it cost. Deleting the hold decides who does it: it happens once. */
async function settle(tx: Handle, attemptId: string, actualMicros: Micros): Promise<void> {
  const [released] = await tx.delete(budgetHolds).where(eq(budgetHolds.attemptId, attemptId)).returning();
  if (!released) return;
  const { sessionId, userId, day, amountMicros } = released;
  await tx
    .update(sessions)
    .set({
      heldMicros: sql`${sessions.heldMicros} - ${amountMicros}`,
      spentMicros: sql`${sessions.spentMicros} + ${actualMicros}`,
    })
    .where(eq(sessions.id, sessionId));
  await tx
    .update(dailySpending)
    .set({
      heldMicros: sql`${dailySpending.heldMicros} - ${amountMicros}`,
      spentMicros: sql`${dailySpending.spentMicros} + ${actualMicros}`,
    })
    .where(and(eq(dailySpending.userId, userId), eq(dailySpending.day, day)));
}
