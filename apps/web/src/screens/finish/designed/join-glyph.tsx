import type { Join } from '@spotsmith/motion/storyboard';
import type { ReactNode } from 'react';

/** Two shots, 10 units high each, and how the right one comes over the left one. */
const LEFT = <rect x="0" y="0" width="18" height="12" rx="1.5" opacity="0.45" />;
const GLYPHS: Readonly<Record<Join['type'], ReactNode>> = {
  cut: (
    <>
      <rect x="0" y="0" width="8" height="12" rx="1.5" opacity="0.45" />
      <rect x="10" y="0" width="8" height="12" rx="1.5" />
    </>
  ),
  match: (
    <>
      <rect x="0" y="0" width="8" height="12" rx="1.5" opacity="0.45" />
      <rect x="10" y="0" width="8" height="12" rx="1.5" opacity="0.45" />
      <circle cx="4" cy="6" r="2.2" />
      <circle cx="14" cy="6" r="2.2" />
    </>
  ),
  whip: (
    <>
      {LEFT}
      <path d="M9 0h7.5A1.5 1.5 0 0 1 18 1.5v9a1.5 1.5 0 0 1-1.5 1.5H9zM1 2.2h7v1.4H1zM4 5.3h4v1.4H4zM2 8.4h6v1.4H2z" />
    </>
  ),
  slant: (
    <>
      {LEFT}
      <path d="M12 0h4.5A1.5 1.5 0 0 1 18 1.5v9a1.5 1.5 0 0 1-1.5 1.5H6z" />
    </>
  ),
  bands: (
    <>
      {LEFT}
      <path d="M10 0h8v3.2h-8zM6 4.4h12v3.2H6zM12 8.8h6V12h-6z" />
    </>
  ),
  iris: (
    <>
      {LEFT}
      <circle cx="9" cy="6" r="4.2" />
    </>
  ),
  blob: (
    <>
      {LEFT}
      <path d="M5 7.2c-1-2.4 1.2-4.9 3.8-4.7 1.4.1 2-.9 3.5-.3 2.4.9 2.6 3.6 1.6 5.4-1 1.7-2.7 2.2-4.6 2-2-.2-3.5-.4-4.3-2.4z" />
    </>
  ),
  push: (
    <>
      {LEFT}
      <path d="M10 0h6.5A1.5 1.5 0 0 1 18 1.5v9a1.5 1.5 0 0 1-1.5 1.5H10zM8 5.2v1.6H4.6V9L1 6l3.6-3v2.2z" />
    </>
  ),
  black: (
    <>
      <rect x="0" y="0" width="5" height="12" rx="1.5" opacity="0.45" />
      <rect x="6.5" y="0.5" width="5" height="11" rx="1" fill="none" stroke="currentColor" opacity="0.45" />
      <rect x="13" y="0" width="5" height="12" rx="1.5" />
    </>
  ),
  zoom: (
    <>
      {LEFT}
      <rect x="3" y="2" width="12" height="8" rx="1" opacity="0.5" />
      <rect x="6" y="4" width="6" height="4" rx="0.7" />
    </>
  ),
  scan: (
    <>
      <rect x="0" y="0" width="18" height="5" rx="1.5" />
      <rect x="0" y="7" width="18" height="5" rx="1.5" opacity="0.45" />
    </>
  ),
  slam: (
    <>
      <rect x="0" y="2" width="9" height="9" rx="1.5" opacity="0.45" />
      <rect x="7" y="0" width="11" height="12" rx="1.5" />
    </>
  ),
};

/** A join as a picture: the shot before dimmed, the next one full. */
export function JoinGlyph({ type }: { type: Join['type'] }) {
  return (
    <svg aria-hidden viewBox="0 0 18 12" fill="currentColor" className="h-3 w-4.5 shrink-0">
      {GLYPHS[type]}
    </svg>
  );
}
