import type { Session } from '@spotsmith/contract/sessions';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { isGone } from '#src/data/api-problem.ts';
import { readApiSignedIn } from '#src/data/server-api.ts';
import { currentStep, isStep } from '#src/journey/steps.ts';
import { AdStudio } from '#src/screens/ad-studio/ad-studio.tsx';

type AdPageProps = { params: Promise<{ id: string; step?: string[] }> };

export async function generateMetadata({ params }: AdPageProps): Promise<Metadata> {
  const session = await readSession((await params).id);
  return { title: session.title };
}

/** One page for an ad; the last part of its address is the step. Without one it opens where the ad stands. */
export default async function AdPage({ params }: AdPageProps) {
  const { id, step = [] } = await params;
  const session = await readSession(id);
  if (step.length === 0) redirect(`/ads/${id}/${currentStep(session)}`);
  if (step.length > 1 || !isStep(step[0])) notFound();
  return <AdStudio initial={session} />;
}

async function readSession(id: string): Promise<Session> {
  try {
    return await readApiSignedIn<Session>(`/api/sessions/${encodeURIComponent(id)}`, `/ads/${id}`);
  } catch (error) {
    if (isGone(error)) notFound();
    throw error;
  }
}
