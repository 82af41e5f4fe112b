import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml, parseAllDocuments } from 'yaml';
import { readDockerfile } from '../scripts/read-dockerfile.mjs';

const root = join(import.meta.dirname, '..');
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

/** The settings that the server knows, by the file that lists them all. */
const settings = new Set(textOf('.env.example').match(/(?<=^#)[A-Z][A-Z0-9_]+(?==)/gm));
/** Read by compose.yaml for the other programs it starts. */
const ofCompose = ['POSTGRES_PASSWORD'];

describe('the Dockerfile', () => {
  const steps = readDockerfile(textOf('Dockerfile'));
  const wordsOf = (keyword: string) => steps.filter((step) => step.keyword === keyword);

  test('builds and runs on the Node of package.json, as a user without rights', () => {
    const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: { node: string } };
    const bases = wordsOf('FROM').map(({ words }) => words[0]);
    expect(bases).toEqual([`node:${dependencies.node}-bookworm-slim`, 'debian:bookworm-slim']);
    expect(wordsOf('USER').at(-1)?.text).toBe('node');
    expect(wordsOf('HEALTHCHECK')).toHaveLength(1);
  });

  test('installs the packages of every workspace before it copies what changes daily', () => {
    const copied = wordsOf('COPY').flatMap(({ words }) => words);
    for (const manifest of globSync('{apps,packages}/*/package.json', { cwd: root })) {
      expect(copied).toContain(manifest);
    }
  });

  test('sets nothing that the server does not know', () => {
    const names = wordsOf('ENV').flatMap(({ words }) => words.map((word) => word.split('=')[0] ?? ''));
    expect(names.filter((name) => !settings.has(name))).toEqual([
      'NEXT_TELEMETRY_DISABLED',
      'NODE_ENV',
      'NODE_ENV',
    ]);
  });

  test('runs files that exist', () => {
    const files = steps.flatMap(({ text }) => text.match(/(?:scripts|apps)\/[\w/.-]+\.(?:ts|mjs)/g) ?? []);
    expect(files.length).toBeGreaterThan(1);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test('leaves secrets and what is only for developers out of the image', () => {
    const ignored = textOf('.dockerignore').split('\n');
    for (const line of ['.git', '.env', '.env.*', '**/node_modules', 'data']) expect(ignored).toContain(line);
  });
});

type Service = {
  image?: string;
  environment?: Record<string, string>;
  deploy?: { replicas: number };
  depends_on?: Record<string, unknown>;
};

test('compose.yaml starts a database, a store, one API and two workers that know only settings of ours', () => {
  const compose = parseYaml(textOf('compose.yaml'), { merge: true }) as { services: Record<string, Service> };
  const { services } = compose;
  expect(Object.keys(services)).toEqual(['database', 'storage', 'bucket', 'api', 'worker']);
  expect(services['api']?.environment?.['ROLE']).toBe('api');
  expect(services['worker']).toMatchObject({ environment: { ROLE: 'worker' }, deploy: { replicas: 2 } });
  for (const name of ['bucket', 'api', 'worker']) {
    const names = Object.keys(services[name]?.environment ?? {});
    expect(names.filter((variable) => !settings.has(variable))).toEqual([]);
  }
  for (const { depends_on: others = {} } of Object.values(services)) {
    for (const other of Object.keys(others)) expect(services).toHaveProperty(other);
  }
});

test('railway.toml builds the Dockerfile, asks for the health and restarts what ended in an error', () => {
  expect(parseToml(textOf('railway.toml'))).toMatchObject({
    build: { builder: 'DOCKERFILE', dockerfilePath: 'Dockerfile' },
    deploy: { healthcheckPath: '/health', restartPolicyType: 'ON_FAILURE' },
  });
});

test('vercel.json lets no other page frame the studio, except for shared ads', () => {
  const { headers } = JSON.parse(textOf('apps/web/vercel.json')) as {
    headers: { source: string; headers: { key: string; value: string }[] }[];
  };
  const framing = headers.find((rule) => rule.headers.some(({ key }) => key === 'X-Frame-Options'));
  const covers = (path: string) => new RegExp(`^${framing?.source}$`).test(path);
  expect([covers('/'), covers('/ads/1'), covers('/embed/abc')]).toEqual([true, true, false]);
  const always = headers.find(({ source }) => source === '/(.*)')?.headers.map(({ key }) => key);
  expect(always).toEqual(['X-Content-Type-Options', 'Strict-Transport-Security']);
});

type Manifest = {
  kind: string;
  spec: {
    template?: {
      spec: {
        securityContext: { runAsNonRoot: boolean };
        containers: {
          env: { name: string; value: string }[];
          livenessProbe: { httpGet: { path: string } };
        }[];
      };
    };
  };
};

test('the Kubernetes example runs both roles without rights and asks for their health', () => {
  const manifests = parseAllDocuments(textOf('deploy/kubernetes.yaml')).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as Manifest;
  });
  expect(manifests.map(({ kind }) => kind)).toEqual(['Deployment', 'Deployment', 'Service', 'Ingress']);
  const pods = manifests.flatMap(({ spec }) => (spec.template === undefined ? [] : [spec.template.spec]));
  const containers = pods.flatMap((pod) => pod.containers);
  expect(pods.every((pod) => pod.securityContext.runAsNonRoot)).toBe(true);
  expect(containers.map(({ env }) => env.find(({ name }) => name === 'ROLE')?.value)).toEqual([
    'api',
    'worker',
  ]);
  for (const { env, livenessProbe } of containers) {
    expect(livenessProbe.httpGet.path).toBe('/health');
    expect(env.filter(({ name }) => !settings.has(name))).toEqual([]);
  }
});

test('.env.production.example knows only settings of ours and sets what production needs', () => {
  const names = textOf('.env.production.example').match(/(?<=^#?)[A-Z][A-Z0-9_]+(?==)/gm) ?? [];
  expect(names.filter((name) => !settings.has(name))).toEqual(ofCompose);
  for (const name of ['ENV', 'DATABASE_URL', 'JWT_SECRET_KEY', 'MEDIA_LINK_SECRETS', 'S3_BUCKET_NAME']) {
    expect(names).toContain(name);
  }
});

test('the unit for systemd runs a file that exists, as a user without rights, with settings of its own', () => {
  const unit = textOf('deploy/spotsmith.service');
  const valueOf = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1] ?? '';
  expect(valueOf('User')).toBe('spotsmith');
  expect(existsSync(join(root, valueOf('ExecStart').split(' ')[1] ?? ''))).toBe(true);
  expect(valueOf('EnvironmentFile')).toBe('/etc/spotsmith.env');
});

test('the way to one VPS names only files that exist and settings that the server knows', () => {
  const page = textOf('docs/deploy.md');
  const links = [...page.matchAll(/\]\(\.\.\/([^)#]+)\)/g)].map(([, path = '']) => path);
  expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  const [, written = ''] = /spotsmith\.env <<END\n([\s\S]*?)\nEND/.exec(page) ?? [];
  const names = written.split('\n').map((line) => line.split('=')[0] ?? '');
  expect(names).toContain('JWT_SECRET_KEY');
  expect(names.filter((name) => !settings.has(name))).toEqual([]);
});

test('the dashboard asks only for figures that processes tell', () => {
  const { panels } = JSON.parse(textOf('deploy/grafana.json')) as {
    panels: { targets: { expr: string }[] }[];
  };
  const told = textOf('apps/server/src/telemetry/metrics.ts').match(/(?<=name: ')spotsmith_\w+/g) ?? [];
  // Of prom-client, by itself.
  const byItself = ['spotsmith_process_resident_memory_bytes', 'spotsmith_nodejs_eventloop_lag_p99_seconds'];
  const known = new Set([...told, ...byItself].flatMap((name) => [name, `${name}_bucket`, `${name}_count`]));
  const asked = panels.flatMap(({ targets }) =>
    targets.flatMap(({ expr }) => expr.match(/spotsmith_\w+/g) ?? []),
  );
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.filter((name) => !known.has(name))).toEqual([]);
});
