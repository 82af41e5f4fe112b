const GROUPS = 8;
/** A provider gives a customer at least these groups: whoever has one address has 2^64 of them. */
const NETWORK_GROUPS = 4;

/** What requests of one visitor are counted by: an IPv4 address, or the /64 that an IPv6 address lies in. */
export function addressKey(address: string): string {
  const [plain = ''] = address.toLowerCase().split('%');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (mapped !== undefined || !plain.includes(':')) return mapped ?? plain;
  const [head = '', tail] = plain.split('::');
  const groupsOf = (text: string | undefined) => (text ? text.split(':') : []);
  const [start, end] = [groupsOf(head), groupsOf(tail)];
  const filled = tail === undefined ? [] : Array(Math.max(0, GROUPS - start.length - end.length)).fill('0');
  const network = [...start, ...filled, ...end].slice(0, NETWORK_GROUPS);
  return `${network.map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
