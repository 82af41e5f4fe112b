/** What can go wrong around an ad, and the tests that prove what happens then: file and a part of the title. */
export interface FaultCase {
  number: number;
  what: string;
  proofs: readonly (readonly [file: string, title: string])[];
}

export const CASES: readonly FaultCase[] = [
  {
    number: 1,
    what: 'API killed at any moment and at each failpoint',
    proofs: [
      ['apps/server/test/stories/crash.faults.test.ts', 'an ad survives three kills at random moments'],
      ['apps/server/test/stories/crash.faults.test.ts', 'an ad survives a crash at each point'],
      [
        'apps/server/test/http/limits.test.ts',
        'after a crash that swallowed the answer, finds the ad that was made',
      ],
    ],
  },
  {
    number: 2,
    what: 'worker killed in each stage',
    proofs: [
      ['apps/server/test/stories/two-machines.faults.test.ts', 'work of a worker that was killed'],
      [
        'apps/server/test/contracts/job-queue-crash.faults.test.ts',
        'on PostgreSQL another worker takes up the job of a killed one',
      ],
      ['apps/server/test/stories/files.test.ts', 'a cut-out whose process is killed is tried again'],
    ],
  },
  {
    number: 3,
    what: 'crash between a paid create and its id',
    proofs: [
      [
        'apps/server/test/stories/hosted-crash.faults.test.ts',
        'an ad of hosted models survives crashes around every paid call',
      ],
      ['apps/server/test/stories/paid-once.test.ts', 'killed between a paid call and its id'],
      ['apps/server/test/stories/comfyui-crash.faults.test.ts', 'a restart of ComfyUI at every failpoint'],
      ['apps/server/test/hosted/other-clocks.test.ts', 'is not paid twice by the next process'],
    ],
  },
  {
    number: 4,
    what: 'a worker that was frozen and comes back',
    proofs: [
      [
        'apps/server/test/contracts/store.pglite.test.ts',
        'a worker that was frozen writes nothing once another has taken over',
      ],
    ],
  },
  {
    number: 5,
    what: 'PostgreSQL crashes',
    proofs: [
      ['apps/server/test/contracts/store-outage.test.ts', 'every call says so at once, and works again'],
      [
        'apps/server/test/contracts/store-outage.test.ts',
        'a transaction that was under way is undone as a whole',
      ],
    ],
  },
  {
    number: 6,
    what: 'PostgreSQL slow or full',
    proofs: [
      [
        'apps/server/test/contracts/store-outage.test.ts',
        'with every connection taken a call says so within seconds',
      ],
      ['apps/server/test/contracts/pgbouncer.test.ts', 'a transaction that hangs is ended'],
      [
        'apps/server/test/contracts/job-queue-crash.faults.test.ts',
        'while PostgreSQL has no connection left',
      ],
    ],
  },
  {
    number: 7,
    what: 'embedded database killed while writing, second process',
    proofs: [
      ['apps/server/test/contracts/store-crash.faults.test.ts', 'loses no acknowledged row to kill -9'],
      ['apps/server/test/contracts/store-crash.faults.test.ts', 'is refused to a second process'],
      ['apps/server/test/stories/start.test.ts', '%s ends the start with a sentence, not with a trace'],
      ['apps/server/test/stories/start.test.ts', 'a database that cannot be written to'],
    ],
  },
  {
    number: 8,
    what: 'object store away, hanging, slow',
    proofs: [['apps/server/test/contracts/file-store.s3.test.ts', 'a server that is away is told as such']],
  },
  {
    number: 9,
    what: 'half an upload',
    proofs: [
      ['apps/server/test/contracts/file-store.s3.test.ts', 'half an upload is not seen'],
      [
        'apps/server/test/contracts/file-store.disk.test.ts',
        'what a killed process left half-written is removed',
      ],
    ],
  },
  {
    number: 10,
    what: 'wrong key, expired or changed link',
    proofs: [
      ['apps/server/test/contracts/file-store.s3.test.ts', 'a wrong key is told as such'],
      ['apps/server/test/http/media.test.ts', 'that was tampered with, is missing a part, has expired'],
    ],
  },
  {
    number: 11,
    what: 'provider refuses, fails, hangs',
    proofs: [
      ['apps/server/test/hosted/recovery-table.test.ts', 'the provider takes too long'],
      ['apps/server/test/hosted/recovery-table.test.ts', 'the provider is busy (429)'],
      [
        'apps/server/test/hosted/other-clocks.test.ts',
        'a model that many people want is asked again with patience',
      ],
    ],
  },
  {
    number: 12,
    what: 'provider sends half a file, a page, nothing',
    proofs: [
      [
        'packages/compositor/test/hostile-media.test.ts',
        'missing, empty, truncated and scrambled files are refused',
      ],
      ['apps/server/test/hosted/recovery-table.test.ts', 'reading and fetching go wrong'],
      ['apps/server/test/hosted/broken-files.test.ts', 'quietly cut short on its way'],
      ['apps/server/test/hosted/broken-files.test.ts', 'nothing paid is thrown away'],
    ],
  },
  {
    number: 13,
    what: 'a file without end, a file that unpacks',
    proofs: [['apps/server/test/hosted/recovery-table.test.ts', 'has no end']],
  },
  {
    number: 14,
    what: 'redirects and addresses inside',
    proofs: [
      [
        'apps/server/src/adapters/hosted/download-output.test.ts',
        'a redirect to another host is not followed',
      ],
      ['apps/server/src/adapters/hosted/download-output.test.ts', 'files may not come from %s'],
    ],
  },
  {
    number: 15,
    what: 'disk full',
    proofs: [
      ['apps/server/test/stories/files.test.ts', 'a picture that the disk has no room for says so and waits'],
    ],
  },
  {
    number: 16,
    what: 'FFmpeg killed, hung, short of memory',
    proofs: [
      ['packages/compositor/test/hostile-media.test.ts', 'a good file is not refused because %s'],
      ['packages/child/src/start-child.test.ts', 'a child that neither works nor speaks is ended'],
      ['packages/compositor/test/cache.test.ts', 'an FFmpeg that the system kills is started once more'],
    ],
  },
  {
    number: 17,
    what: 'media bombs',
    proofs: [
      ['packages/compositor/test/hostile-media.test.ts', 'bombs are refused before they are decoded'],
      ['packages/studio/test/hostile-uploads.test.ts', 'a photo with five gigabytes of compressed texts'],
      ['packages/studio/test/hostile-uploads.test.ts', 'of a picture with 200,000 pages the first is read'],
      ['apps/server/test/hosted/comfyui-watch.test.ts', 'a preview that unpacks to half a gigabyte'],
      [
        'packages/studio/test/hostile-uploads.test.ts',
        'a track is imported without a look at its eight covers',
      ],
    ],
  },
  {
    number: 18,
    what: 'playlists that read other files',
    proofs: [
      ['packages/compositor/test/hostile-media.test.ts', 'playlists in disguise are refused'],
      ['packages/studio/test/music.test.ts', 'a playlist that names another file'],
    ],
  },
  {
    number: 19,
    what: 'SVG, HTML, polyglots',
    proofs: [
      [
        'packages/studio/test/hostile-uploads.test.ts',
        'a drawing that hides in a compressed file is refused',
      ],
      ['apps/server/test/http/media.test.ts', "'image/svg+xml', 'text/html', 'application/xhtml+xml'"],
    ],
  },
  {
    number: 20,
    what: 'socket drops and comes back',
    proofs: [
      [
        'apps/server/test/http/progress-socket.test.ts',
        'after a lost connection what was missed, and nothing twice',
      ],
    ],
  },
  {
    number: 21,
    what: 'a socket that reads nothing',
    proofs: [['apps/server/test/http/progress-socket.test.ts', 'a reader that takes nothing is cut off']],
  },
  {
    number: 22,
    what: 'who may listen',
    proofs: [
      [
        'apps/server/test/http/progress-socket.test.ts',
        'a page elsewhere by a ticket, once, for this ad only',
      ],
      [
        'apps/server/test/http/revocation.test.ts',
        '%s ends logins, API tokens, sockets and the tickets for them',
      ],
    ],
  },
  {
    number: 23,
    what: 'clocks apart',
    proofs: [
      [
        'apps/server/test/contracts/store.pglite.test.ts',
        "a transaction tells the time by the database's clock",
      ],
      ['apps/server/test/hosted/other-clocks.test.ts', 'makes a picture that did not take too long'],
      ['apps/server/src/adapters/secrets/secrets.test.ts', 'clocks may be a minute apart'],
    ],
  },
  {
    number: 24,
    what: 'webhooks twice, late, forged',
    proofs: [
      ['apps/server/test/hosted/webhooks.test.ts', 'a webhook that comes twice has one effect'],
      ['apps/server/test/hosted/webhooks.test.ts', 'a forged, altered or old webhook is refused'],
    ],
  },
  {
    number: 25,
    what: 'double click',
    proofs: [
      ['apps/server/test/http/limits.test.ts', 'twenty times at once makes one ad'],
      ['apps/server/test/http/limits.test.ts', 'with the same key but another body is refused'],
      ['apps/server/test/http/malformed.test.ts', 'a new ad that is sent again with its key is the same ad'],
    ],
  },
  {
    number: 26,
    what: 'two tabs',
    proofs: [
      ['apps/server/test/http/limits.test.ts', 'the second to write is told that the first was there'],
      ['apps/server/test/stories/second-thoughts.test.ts', 'of two tabs that change an ad at the same time'],
    ],
  },
  {
    number: 27,
    what: 'a race for the cap',
    proofs: [
      [
        'apps/server/test/contracts/store.pglite.test.ts',
        'a hundred calls at once never pass the cap of the ad',
      ],
      [
        'apps/server/test/contracts/store.pglite.test.ts',
        "a hundred calls in several ads never pass the user's cap of the day",
      ],
    ],
  },
  {
    number: 28,
    what: 'stopped under load',
    proofs: [
      ['apps/server/test/http/limits.test.ts', 'a server that stops answers the requests that it has taken'],
      ['apps/server/test/stories/two-machines.faults.test.ts', 'a stopped worker puts its work back'],
    ],
  },
  {
    number: 29,
    what: 'other people’s ads',
    proofs: [
      [
        'apps/server/test/http/every-route.test.ts',
        'every route about an ad tells a stranger that there is none',
      ],
    ],
  },
  {
    number: 30,
    what: 'forged logins',
    proofs: [
      ['apps/server/src/adapters/secrets/secrets.test.ts', 'a token %s is worth nothing'],
      ['apps/server/test/stories/start.test.ts', 'in production the published password lets nobody in'],
      [
        'apps/server/src/adapters/secrets/secrets.test.ts',
        'a token signed with an asymmetric key is worth nothing',
      ],
    ],
  },
  {
    number: 31,
    what: 'guessing passwords',
    proofs: [
      [
        'apps/server/test/http/limits.test.ts',
        'guessing passwords, whatever address the guesser claims to have',
      ],
      ['apps/server/test/http/accounts.test.ts', 'a wrong password and an unknown e-mail are answered alike'],
      ['apps/server/src/http/address-key.test.ts', 'requests from %s are counted as %s'],
    ],
  },
  {
    number: 32,
    what: 'fields too many, bodies too large',
    proofs: [['apps/server/test/http/every-route.test.ts', 'a body of another kind']],
  },
  {
    number: 33,
    what: 'paths and links that lead elsewhere',
    proofs: [
      [
        'apps/server/test/contracts/file-store.disk.test.ts',
        'a symbolic link in the directory leads nowhere',
      ],
      ['apps/server/test/contracts/file-store.disk.test.ts', 'a link to one file opens no other'],
    ],
  },
  {
    number: 34,
    what: 'nonsense',
    proofs: [
      [
        'apps/server/test/http/every-route.test.ts',
        'nonsense in whatever place of whatever request breaks nothing',
      ],
      ['apps/server/test/http/api-fuzz.test.ts', 'the answer is one that the description of the API knows'],
      ['apps/server/test/http/malformed.test.ts', 'a form %s is refused with a problem document'],
    ],
  },
  {
    number: 35,
    what: 'secrets in logs',
    proofs: [
      ['apps/server/test/http/every-route.test.ts', 'neither passwords nor tokens nor what people typed'],
      ['apps/server/test/stories/secrets.faults.test.ts', 'neither its log nor a file that it wrote'],
      ['apps/server/test/stories/secrets.faults.test.ts', 'no process that it started was given one'],
      ['apps/server/src/telemetry/logger.test.ts', '%s does not reach the log'],
      ['packages/child/src/start-child.test.ts', 'a child knows nothing of the environment'],
      ['apps/server/test/stories/start.test.ts', 'what is kept is this user’s alone'],
    ],
  },
  {
    number: 36,
    what: 'orders in the prompt',
    proofs: [['apps/server/src/domain/understanding/understand.test.ts', 'never comes out as a fact']],
  },
  {
    number: 37,
    what: 'a flood',
    proofs: [
      [
        'apps/server/test/http/malformed.test.ts',
        'one visitor who asks too much is refused, and nobody else',
      ],
      ['apps/web/test/flood.test.ts', 'whoever asked too much is told so by every page'],
      ['apps/web/src/data/api-problem.test.ts', 'does not say that something is gone'],
      ['apps/server/src/adapters/studio/upload-gate.test.ts', 'of forty uploads at once two are opened'],
      ['apps/server/src/http/slow-bodies.test.ts', 'an upload that keeps dripping is ended'],
    ],
  },
  {
    number: 38,
    what: 'headers, policy, access',
    proofs: [
      [
        'apps/server/test/http/every-route.test.ts',
        'headers say that nothing is to be run, framed or guessed',
      ],
      ['apps/server/test/http/malformed.test.ts', 'private answers are kept by nobody'],
    ],
  },
];
