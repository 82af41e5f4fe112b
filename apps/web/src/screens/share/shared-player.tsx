import type { SharedAd } from '@spotsmith/contract/shares';

/** The shared film in its own shape, as large as the window allows. */
export function SharedPlayer({ ad }: { ad: SharedAd }) {
  return (
    <video
      src={ad.video_url}
      {...(ad.poster_url === null ? {} : { poster: ad.poster_url })}
      width={ad.width}
      height={ad.height}
      controls
      playsInline
      preload="metadata"
      aria-label={ad.title}
      className="mx-auto h-auto max-h-[80dvh] w-auto max-w-full rounded-media bg-black"
    />
  );
}
