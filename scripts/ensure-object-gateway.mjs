import { findOnPath } from './find-on-path.mjs';
import { installPackages } from './install-package.mjs';

const packages = ['ceph-mon', 'ceph-mgr', 'ceph-osd', 'ceph-common', 'radosgw'];

/**
 * Finds the real S3 server that the storage tests run against (Ceph's object gateway), or installs it where Debian's
 * packages are at hand. Elsewhere those tests say that they were skipped.
 */
export async function ensureObjectGateway() {
  if (findOnPath('radosgw')) return 'object gateway';
  if (!findOnPath('apt-get')) return 'no object gateway (the S3 tests are skipped)';
  const isInstalled = (await installPackages(packages)) && findOnPath('radosgw');
  return isInstalled ? 'object gateway installed' : 'no object gateway (the S3 tests are skipped)';
}
