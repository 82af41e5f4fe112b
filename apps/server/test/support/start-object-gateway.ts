import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/** A real S3 server: Ceph's object gateway over a cluster of one machine, in memory. */
export interface ObjectGateway {
  endpoint: string;
  accessKeyId: string;
  secretAccessKey: string;
  stop(): Promise<void>;
}

/**
 * One monitor, one manager, one store in memory and the gateway, all on 127.0.0.1. The script waits for the end of its
 * standard input, which the kernel closes even when the test run dies of SIGKILL, and takes everything with it.
 */
const script = String.raw`
set -e
dir=$1 monitor=$2 gateway=$3
export CEPH_CONF=$dir/ceph.conf
trap 'kill $(jobs -p) 2>/dev/null; wait; rm -rf "$dir"' EXIT
mkdir -p "$dir"/{run,log,mon,osd,mgr}
fsid=$(cat /proc/sys/kernel/random/uuid)
cat >"$CEPH_CONF" <<END
[global]
fsid = $fsid
mon host = [v2:127.0.0.1:$monitor]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind ipv6 = false
auth allow insecure global id reclaim = false
keyring = $dir/keyring
run dir = $dir/run
log file = $dir/log/\$name.log
admin socket = $dir/run/\$name.asok
crash dir = $dir/log
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 8
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon max pg per osd = 1000
mon allow pool size one = true
setuser match path =
[mon.a]
mon data = $dir/mon
[mgr.x]
mgr data = $dir/mgr
[osd.0]
osd data = $dir/osd
osd objectstore = memstore
memstore device bytes = 1073741824
[client.rgw]
rgw frontends = beast endpoint=127.0.0.1:$gateway
END
ceph-authtool -C "$dir/keyring" --gen-key -n mon. --cap mon 'allow *'
for name in client.admin osd.0 mgr.x client.rgw; do
  ceph-authtool "$dir/keyring" --gen-key -n $name --cap mon 'allow *' --cap osd 'allow *' --cap mgr 'allow *'
done
monmaptool --create --fsid "$fsid" --addv a "[v2:127.0.0.1:$monitor]" "$dir/monmap"
ceph-mon --mkfs -i a --monmap "$dir/monmap" --keyring "$dir/keyring"
ceph-mon -i a -f &
ceph-mgr -i x -f &
store=$(cat /proc/sys/kernel/random/uuid)
ceph osd new "$store"
ceph-osd -i 0 --mkfs --osd-uuid "$store"
ceph-osd -i 0 -f &
radosgw -n client.rgw -f &
until curl --silent --output /dev/null "http://127.0.0.1:$gateway/"; do sleep 0.2; done
radosgw-admin user create --uid=tests --display-name=tests --access-key=test-key --secret-key=test-secret
echo READY
cat >/dev/null
`;

/** Starts the gateway; about ten seconds. Throws with the end of its log when it does not come up within two minutes. */
export async function startObjectGateway(): Promise<ObjectGateway> {
  const dir = await mkdtemp(join(tmpdir(), 'spotsmith-ceph-'));
  const port = await freePort();
  const cluster = spawn('bash', ['-c', script, 'object-gateway', dir, `${await freePort()}`, `${port}`], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  const isReady = new Promise<void>((resolve, reject) => {
    const heed = (line: string) => {
      if (line === 'READY') resolve();
      log.push(line);
      if (log.length > 30) log.shift();
    };
    createInterface(cluster.stdout).on('line', heed);
    createInterface(cluster.stderr).on('line', heed);
    cluster.once('error', reject);
    cluster.once('exit', () => reject(new Error(`The object gateway did not start:\n${log.join('\n')}`)));
  });
  const ready = new AbortController();
  const deadline = sleep(120_000, undefined, { ref: false, signal: ready.signal }).then(() => {
    cluster.stdin.end();
    throw new Error(`The object gateway does not answer:\n${log.join('\n')}`);
  });
  await Promise.race([isReady, deadline]);
  // Or it would end what is up and in use.
  deadline.catch(() => undefined);
  ready.abort();
  return {
    endpoint: `http://127.0.0.1:${port}`,
    accessKeyId: 'test-key',
    secretAccessKey: 'test-secret',
    async stop() {
      const ended = cluster.exitCode === null ? once(cluster, 'exit') : Promise.resolve();
      cluster.stdin.end();
      await ended;
      await rm(dir, { recursive: true, force: true });
    },
  };
}
