// Runs the steps of the Dockerfile without a container engine: each stage in a Debian root made by `debootstrap`, with
// the Node of package.json where the Node image has it. Then starts the image as its user, waits until its own health
// check is content, and says how large it is. Needs root, Debian's debootstrap, and an installed checkout.
//
//   node scripts/prove-image.mjs WORKDIR [--keep]
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readDockerfile } from './read-dockerfile.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url));
const work = resolve(process.argv[2] ?? '/tmp/spotsmith-image');
const MOST_MEGABYTES = 900;
const HEALTHY_WITHIN_SECONDS = 90;
/** A machine behind a proxy has authorities of its own; they are lent to the steps and never stay in the image. */
const ownAuthorities = process.env.NODE_EXTRA_CA_CERTS;

const run = (/** @type {string} */ program, /** @type {string[]} */ args) =>
  execFileSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });

/**
 * Debian's smallest system, and with the Node of this checkout like the official image.
 * @param {string} root @param {string} image
 */
function layBase(root, image) {
  const base = join(work, 'base');
  if (!existsSync(join(base, 'etc/debian_version'))) {
    run('debootstrap', ['--variant=minbase', '--include=ca-certificates', 'bookworm', base]);
  }
  rmSync(root, { recursive: true, force: true });
  run('cp', ['-a', base, root]);
  // As the slim images have it.
  for (const folder of ['doc', 'man', 'locale', 'info'])
    rmSync(join(root, 'usr/share', folder), { recursive: true });
  run('sh', ['-c', 'rm -rf "$0"/var/lib/apt/lists/* "$0"/var/cache/apt/*', root]);
  if (!image.startsWith('node:')) return;
  cpSync(join(repository, 'node_modules/node/bin/node'), join(root, 'usr/local/bin/node'));
  const npm = join(
    dirname(execFileSync('readlink', ['-f', which('npm')], { encoding: 'utf8' }).trim()),
    '..',
  );
  cpSync(npm, join(root, 'usr/local/lib/node_modules/npm'), { recursive: true, dereference: true });
  run('ln', ['-sf', '../lib/node_modules/npm/bin/npm-cli.js', join(root, 'usr/local/bin/npm')]);
  run('chroot', [root, 'useradd', '--uid', '1000', '--create-home', '--user-group', 'node']);
}

const which = (/** @type {string} */ program) =>
  execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();

/** The files that `docker build` would send: what git knows, less .dockerignore. */
function layContext() {
  const context = join(work, 'context');
  rmSync(context, { recursive: true, force: true });
  mkdirSync(context, { recursive: true });
  const ignored = readFileSync(join(repository, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const patterns = ignored.map((line) => [line.startsWith('!'), globToPattern(line.replace(/^!/, ''))]);
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
  });
  for (const file of files.split('\n').filter(Boolean)) {
    const isLeftOut = patterns.reduce(
      (left, [isTakenBack, pattern]) => (/** @type {RegExp} */ (pattern).test(file) ? !isTakenBack : left),
      false,
    );
    if (!isLeftOut && existsSync(join(repository, file))) cpSync(join(repository, file), join(context, file));
  }
  return context;
}

/** @param {string} glob */
function globToPattern(glob) {
  const source = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\//g, '\u0000')
    .replace(/\*/g, '[^/]*')
    .replace(/\u0000/g, '(?:.*/)?');
  return new RegExp(`^${source}(?:/.*)?$`);
}

/** @typedef {{ root: string, workdir: string, env: Record<string, string>, user: string, meta: Record<string, string> }} Stage */

/** @param {Stage} stage @param {string[]} command */
function inStage({ root, workdir, env, user }, command) {
  const asUser = ['--userspec', user === 'root' ? '0:0' : '1000:1000'];
  const settings = Object.entries({
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: '/tmp',
    DEBIAN_FRONTEND: 'noninteractive',
    ...env,
  });
  const lent = existsSync(join(root, 'tmp/own-authorities.pem'))
    ? ['NODE_EXTRA_CA_CERTS=/tmp/own-authorities.pem']
    : [];
  /** @type {[string, string[]]} */
  const program = [
    'chroot',
    [
      ...asUser,
      root,
      'env',
      '-i',
      '-C',
      workdir,
      ...settings.map(([k, v]) => `${k}=${v}`),
      ...lent,
      ...command,
    ],
  ];
  return program;
}

/** @param {Stage} stage @param {(() => void)} body */
function mounted({ root }, body) {
  spawnSync('mount', ['-t', 'proc', 'proc', join(root, 'proc')]);
  cpSync('/etc/resolv.conf', join(root, 'etc/resolv.conf'));
  if (ownAuthorities) cpSync(ownAuthorities, join(root, 'tmp/own-authorities.pem'));
  try {
    return body();
  } finally {
    spawnSync('umount', ['-l', join(root, 'proc')]);
    rmSync(join(root, 'tmp/own-authorities.pem'), { force: true });
  }
}

function build() {
  const context = layContext();
  /** @type {Record<string, Stage>} */
  const stages = {};
  /** @type {Stage} */
  let stage = { root: '', workdir: '/', env: {}, user: 'root', meta: {} };
  for (const { keyword, text, words, flags } of readDockerfile(
    readFileSync(join(repository, 'Dockerfile'), 'utf8'),
  )) {
    console.log(`\n== ${keyword} ${text}`);
    if (keyword === 'FROM') {
      const name = words[2] ?? 'final';
      stage = stages[name] = { root: join(work, name), workdir: '/', env: {}, user: 'root', meta: {} };
      layBase(stage.root, words[0] ?? '');
    } else if (keyword === 'WORKDIR') {
      stage.workdir = text;
      mkdirSync(join(stage.root, text), { recursive: true });
    } else if (keyword === 'ENV') {
      for (const word of words) stage.env[word.split('=')[0] ?? ''] = word.split('=').slice(1).join('=');
    } else if (keyword === 'COPY') {
      const source = flags.from ? (stages[flags.from]?.root ?? '') : context;
      const target = resolve('/', stage.workdir, words.at(-1) ?? '');
      for (const word of words.slice(0, -1)) {
        const isFolder = statSync(join(source, word)).isDirectory();
        const isNamed = !isFolder && !(words.at(-1) ?? '').endsWith('/');
        const to = join(stage.root, target, isFolder || isNamed ? '' : (word.split('/').at(-1) ?? ''));
        mkdirSync(isFolder ? to : dirname(to), { recursive: true });
        run('cp', [
          '-a',
          '--no-preserve=ownership',
          isFolder ? `${join(source, word)}/.` : join(source, word),
          to,
        ]);
      }
    } else if (keyword === 'RUN') {
      const step = stage;
      mounted(step, () => run(...inStage(step, ['bash', '-ec', text])));
    } else if (keyword === 'USER') stage.user = text;
    else stage.meta[keyword] = text;
  }
  return stage;
}

/** @param {Stage} stage */
async function start(stage) {
  const command = [...JSON.parse(stage.meta['ENTRYPOINT'] ?? '[]'), ...JSON.parse(stage.meta['CMD'] ?? '[]')];
  const health = JSON.parse(/\[.*\]/.exec(stage.meta['HEALTHCHECK'] ?? '')?.[0] ?? '[]');
  const port = String(20_000 + (process.pid % 10_000));
  const started = {
    ...stage,
    env: {
      ...stage.env,
      PORT: port,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      JWT_SECRET_KEY: 'k'.repeat(32),
      TINI_SUBREAPER: '',
    },
  };
  const [program, args] = inStage(started, command);
  const server = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const [checker, checkerArgs] = inStage(started, health);
  for (let second = 0; second < HEALTHY_WITHIN_SECONDS; second++) {
    await sleep(1000);
    if (spawnSync(checker, checkerArgs).status === 0) {
      const page = await fetch(`http://127.0.0.1:${port}/sign-in`);
      console.log(`healthy after ${second + 1} s; /sign-in answers ${page.status}`);
      const ended = new Promise((done) => server.once('exit', (code) => done(code)));
      server.kill('SIGTERM');
      console.log(`SIGTERM: ended with ${await ended}`);
      return page.ok;
    }
    if (server.exitCode !== null) break;
  }
  server.kill('SIGKILL');
  return false;
}

mkdirSync(work, { recursive: true });
const image = build();
const megabytes = Number(
  execFileSync('du', ['-sm', '--apparent-size', '--exclude=proc', image.root], { encoding: 'utf8' }).split(
    '\t',
  )[0],
);
let isHealthy = false;
spawnSync('mount', ['-t', 'proc', 'proc', join(image.root, 'proc')]);
try {
  isHealthy = await start(image);
} finally {
  spawnSync('umount', ['-l', join(image.root, 'proc')]);
}
writeFileSync(join(work, 'megabytes'), `${megabytes}\n`);
console.log(
  `\nThe image is ${megabytes} MB (at most ${MOST_MEGABYTES}) and ${isHealthy ? 'starts' : 'DOES NOT START'}.`,
);
process.exitCode = isHealthy && megabytes <= MOST_MEGABYTES ? 0 : 1;
