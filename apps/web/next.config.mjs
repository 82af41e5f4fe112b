import { join } from 'node:path';

/** Set where the web app is deployed apart from the API: its calls are rewritten so that the cookie stays first-party. */
const apiUrl = process.env['NEXT_PUBLIC_API_URL'];

const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
];

// JavaScript, so that the server needs no compiler to read it.
/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // `npm run check` proves the types; here it would only make the first start slower.
  typescript: { ignoreBuildErrors: true },
  transpilePackages: ['@spotsmith/contract', '@spotsmith/motion'],
  turbopack: { root: join(import.meta.dirname, '../..') },
  experimental: { optimizePackageImports: ['radix-ui', 'lucide-react'] },
  headers: async () => [
    { source: '/:path*', headers },
    // The address of an invitation is a secret.
    { source: '/invite/:path*', headers: [{ key: 'Referrer-Policy', value: 'no-referrer' }] },
  ],
  rewrites: async () =>
    apiUrl === undefined
      ? []
      : ['api', 'media', 'health'].map((room) => ({
          source: `/${room}/:path*`,
          destination: `${apiUrl}/${room}/:path*`,
        })),
};

export default config;
