import { notFound } from 'next/navigation';
import { readSharedAd } from '#src/data/read-shared-ad.ts';

/** The bare player: the one page that other sites may put in a frame. */
export default async function EmbedPage({ params }: { params: Promise<{ token: string }> }) {
  const ad = await readSharedAd((await params).token);
  if (ad === null) notFound();
  return (
    <main className="h-dvh bg-black">
      <video
        src={ad.video_url}
        {...(ad.poster_url === null ? {} : { poster: ad.poster_url })}
        controls
        playsInline
        preload="metadata"
        aria-label={ad.title}
        className="size-full object-contain"
      />
    </main>
  );
}
