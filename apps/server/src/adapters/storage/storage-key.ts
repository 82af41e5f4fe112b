/** Keys are made by us of ids and plain words. Anything else is refused before it can become a path or an address. */
export function assertStorageKey(key: string): void {
  if (!/^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/.test(key)) {
    throw new RangeError(`Not a storage key: ${JSON.stringify(key)}`);
  }
}
