import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateMultipartUploadCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMediaLinks } from '#src/adapters/storage/media-links.ts';
import { openS3Client, type S3Settings } from '#src/adapters/storage/open-s3-client.ts';
import { prepareBucket } from '#src/adapters/storage/prepare-bucket.ts';
import { createS3FileStore } from '#src/adapters/storage/s3-file-store.ts';
import { type ObjectGateway, startObjectGateway } from '../support/start-object-gateway.ts';
import { serveFiles } from './file-store-world.ts';
import { everyOf, fileStoreContract } from './file-store.contract.ts';

const links = createMediaLinks([Buffer.from('a media secret of the tests')]);

function hasGateway(): boolean {
  try {
    execFileSync('radosgw', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Cloudflare R2, when somebody gives a bucket for tests. */
function r2Settings(): S3Settings | null {
  const { TEST_R2_ENDPOINT, TEST_R2_BUCKET, TEST_R2_ACCESS_KEY_ID, TEST_R2_SECRET_ACCESS_KEY } = process.env;
  if (!TEST_R2_ENDPOINT || !TEST_R2_BUCKET || !TEST_R2_ACCESS_KEY_ID || !TEST_R2_SECRET_ACCESS_KEY)
    return null;
  return {
    bucket: TEST_R2_BUCKET,
    accessKeyId: TEST_R2_ACCESS_KEY_ID,
    secretAccessKey: TEST_R2_SECRET_ACCESS_KEY,
    region: 'auto',
    endpoint: TEST_R2_ENDPOINT,
    usesPathStyle: false,
  };
}

const r2 = r2Settings();
if (r2) {
  fileStoreContract('R2', async () =>
    serveFiles(
      createS3FileStore({ client: openS3Client(r2), bucket: r2.bucket, links }),
      links,
      async () => undefined,
    ),
  );
}

if (!hasGateway()) {
  console.warn('SKIPPED: the object gateway (radosgw) is not installed, so S3 storage is not tested here.');
}

describe.runIf(hasGateway())('a real S3 server', () => {
  let gateway: ObjectGateway;
  let settings: S3Settings;
  let dir: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'spotsmith-s3-'));
    gateway = await startObjectGateway();
    settings = { ...gateway, bucket: 'media', region: 'us-east-1', usesPathStyle: true };
    const wishes = { bucket: settings.bucket, origins: ['https://ads.example.com'], expireDays: 30 };
    expect(await prepareBucket(openS3Client(settings), wishes)).toContain('Made the bucket media.');
    expect(await prepareBucket(openS3Client(settings), wishes)).toContain('Found the bucket media.');
  });
  afterAll(async () => {
    await gateway?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  const open = (changes: Partial<S3Settings> = {}) =>
    createS3FileStore({ client: openS3Client({ ...settings, ...changes }), bucket: settings.bucket, links });

  fileStoreContract('S3', () => serveFiles(open(), links, async () => undefined));

  async function source(bytes: Uint8Array): Promise<string> {
    const path = join(dir, randomUUID());
    await writeFile(path, bytes);
    return path;
  }

  test('a film of many parts arrives whole, may be kept by browsers for a year, and names its type', async () => {
    const key = `sessions/${randomUUID()}/final/${randomUUID()}.mp4`;
    const film = Buffer.alloc(20 * 1024 * 1024, 'film');
    const written = await open().put(key, await source(film), 'video/mp4');
    const found = await openS3Client(settings).send(
      new HeadObjectCommand({ Bucket: settings.bucket, Key: key }),
    );
    expect(found).toMatchObject({
      ContentLength: film.length,
      ContentType: 'video/mp4',
      CacheControl: 'max-age=31536000',
      Metadata: { sha256: written.sha256 },
    });
  });

  test('half an upload is not seen, and the sweep removes it once it is old', async () => {
    const store = open();
    const key = `sessions/${randomUUID()}/final/half.mp4`;
    await openS3Client(settings).send(
      new CreateMultipartUploadCommand({ Bucket: settings.bucket, Key: key }),
    );
    expect(await store.size(key)).toBeNull();
    expect(await everyOf(store.list(key))).toEqual([]);
    expect(await store.removeHalfWritten(new Date(Date.now() - 60_000))).toBe(0);
    expect(await store.removeHalfWritten(new Date(Date.now() + 60_000))).toBe(1);
  });

  test('an address straight to the store is refused once it is changed', async () => {
    const store = open();
    const key = `sessions/${randomUUID()}/images/one.png`;
    await store.put(key, await source(Buffer.from('picture')), 'image/png');
    const url = await store.directUrl(key, {
      expiresInSeconds: 60,
      mimeType: 'image/png',
      contentDisposition: 'inline',
    });
    expect(await (await fetch(url!)).text()).toBe('picture');
    expect((await fetch(url!.replace('one.png', 'two.png'))).status).toBe(403);
    expect((await fetch(`${settings.endpoint}/${settings.bucket}/${key}`)).status).toBe(403);
  });

  test('pages of ours may read media in a browser, and no others', async () => {
    const store = open();
    const key = `sessions/${randomUUID()}/images/one.png`;
    await store.put(key, await source(Buffer.from('picture')), 'image/png');
    const options = { expiresInSeconds: 60, mimeType: 'image/png', contentDisposition: 'inline' };
    const url = await store.directUrl(key, options);
    const allowed = async (origin: string) =>
      (await fetch(url!, { headers: { origin } })).headers.get('access-control-allow-origin');
    expect(await allowed('https://ads.example.com')).toBe('https://ads.example.com');
    expect(await allowed('https://elsewhere.example.com')).toBeNull();
  });

  test('a wrong key is told as such, and nothing else is', async () => {
    const store = open({ secretAccessKey: 'wrong' });
    await expect(
      store.put('sessions/a/images/b.png', await source(Buffer.from('x')), 'image/png'),
    ).rejects.toMatchObject({
      name: 'Unavailable',
      code: 'storage_unavailable',
      message: expect.stringContaining('access key') as string,
    });
  });

  test('a server that is away is told as such', async () => {
    const store = open({ endpoint: 'http://127.0.0.1:9' });
    await expect(store.open('sessions/a/images/b.png')).rejects.toMatchObject({
      code: 'storage_unavailable',
    });
  });
});
