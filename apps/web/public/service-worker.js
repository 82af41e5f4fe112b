// Keeps one page for when the server cannot be reached. Everything else always comes from the network.
const CACHE = 'offline-1';
const PAGE = '/offline';

async function keepPage() {
  const cache = await caches.open(CACHE);
  const page = await fetch(PAGE, { cache: 'reload' });
  const html = await page.clone().text();
  const styles = [...html.matchAll(/href="(\/_next\/static\/[^"]+\.css)"/g)].map(([, href]) => href);
  await cache.addAll(styles);
  await cache.put(PAGE, page);
}

self.addEventListener('install', (event) => event.waitUntil(keepPage().then(() => self.skipWaiting())));

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.match(PAGE)));
  } else if (request.destination === 'style') {
    event.respondWith(fetch(request).catch(() => caches.match(request)));
  }
});
