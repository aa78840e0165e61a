/**
 * IPv4 and IPv6 ranges in CIDR notation (RFC 4632, RFC 4291).
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */

/** 4 or 16 numbers of 8 bits. */
type Address = readonly number[];

function v4(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  const bytes = parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256));
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

function groupsOf(text: string): number[] | undefined {
  if (text === '') return [];
  const bytes: number[] = [];
  const parts = text.split(':');
  for (const [i, part] of parts.entries()) {
    if (i === parts.length - 1 && part.includes('.')) {
      const tail = v4(part);
      if (!tail) return undefined;
      bytes.push(...tail);
    } else {
      if (!/^[0-9a-f]{1,4}$/i.test(part)) return undefined;
      const group = Number.parseInt(part, 16);
      bytes.push(group >> 8, group & 255);
    }
  }
  return bytes;
}

function v6(text: string): Address | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = groupsOf(halves[0] ?? '');
  const tail = halves.length === 2 ? groupsOf(halves[1] ?? '') : [];
  if (!head || !tail) return undefined;
  if (halves.length === 1) return head.length === 16 ? head : undefined;
  const gap = 16 - head.length - tail.length;
  return gap >= 2 ? [...head, ...new Array<number>(gap).fill(0), ...tail] : undefined;
}

const addressOf = (text: string): Address | undefined => (text.includes(':') ? v6(text) : v4(text));

interface Range {
  readonly address: Address;
  readonly bits: number;
}

/** A range, or a single address as the narrowest one; undefined if it is neither. */
export function rangeOf(text: string): Range | undefined {
  const [host = '', prefix, more] = text.trim().split('/');
  const address = addressOf(host);
  if (!address || more !== undefined) return undefined;
  if (prefix === undefined) return { address, bits: address.length * 8 };
  const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : -1;
  return bits >= 0 && bits <= address.length * 8 ? { address, bits } : undefined;
}

/** False when either is malformed, or when one is IPv4 and the other IPv6. */
export function isInRange(ip: string, cidr: string): boolean {
  const range = rangeOf(cidr);
  const address = addressOf(ip.trim());
  if (!range || address?.length !== range.address.length) return false;
  for (let bit = 0; bit < range.bits; bit++) {
    const byte = bit >> 3;
    const mask = 128 >> (bit & 7);
    if (((range.address[byte] ?? 0) & mask) !== ((address[byte] ?? 0) & mask)) return false;
  }
  return true;
}
