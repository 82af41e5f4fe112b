import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Wordmark } from '#src/components/shell/wordmark.tsx';
import { readSharedAd } from '#src/data/read-shared-ad.ts';
import { SharedReview } from '#src/screens/share/shared-review.tsx';

type SharePageProps = { params: Promise<{ token: string }> };

/** What other sites show of the link: the film itself, at an address that ends with the link. */
export async function generateMetadata({ params }: SharePageProps): Promise<Metadata> {
  const ad = await readSharedAd((await params).token);
  if (ad === null) return {};
  // As the installation is configured: what a request says of its host may be anything.
  const { title, width, height, page_url: base } = ad;
  const images = ad.poster_url === null ? [] : [{ url: new URL(ad.poster_url, base), width, height }];
  // Next makes the addresses of pictures absolute by itself, those of films it does not.
  const video = new URL(ad.video_url, base);
  return {
    title,
    metadataBase: new URL(base),
    robots: { index: false, follow: false },
    openGraph: {
      type: 'video.other',
      title,
      images,
      videos: [{ url: video, width, height, type: 'video/mp4' }],
    },
    twitter: {
      card: 'player',
      title,
      images,
      players: {
        playerUrl: new URL(`/embed/${(await params).token}`, base),
        streamUrl: video,
        width,
        height,
      },
    },
  };
}

/** The ad, for anybody with the link. */
export default async function SharePage({ params }: SharePageProps) {
  const { token } = await params;
  const ad = await readSharedAd(token);
  if (ad === null) notFound();
  if (ad.allows_comments || ad.allows_approval) return <SharedReview token={token} initial={ad} />;
  const { title, width, height } = ad;
  return (
    <main
      // As wide as the film, which is as large as the window allows.
      style={{ gridTemplateColumns: `min(100%, 72rem, 80dvh * ${width / height})` }}
      className="grid min-h-dvh place-content-center gap-6 px-4 py-8 sm:px-6"
    >
      <video
        src={ad.video_url}
        {...(ad.poster_url === null ? {} : { poster: ad.poster_url })}
        width={width}
        height={height}
        controls
        playsInline
        preload="metadata"
        aria-label={title}
        className="h-auto w-full rounded-media bg-black"
      />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="text-lg font-semibold" dir="auto">
          {title}
        </h1>
        <span className="text-quiet">
          <Wordmark />
        </span>
      </div>
    </main>
  );
}
