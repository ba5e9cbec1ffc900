/** A checksum behind every value, of its key and itself: what the disk gives back is what was written, and was written there. */

const SEAL_BYTES = 4;
const PRIME = 0x01000193;

/** FNV-1a over words of 32 bits, the rest over bytes: any change within one word is found, other changes but 1 in 2³². */
function mix(start: number, bytes: Buffer): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let hash = start ^ bytes.length;
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at, true), PRIME);
    hash = (hash << 13) | (hash >>> 19);
  }
  for (; at < bytes.length; at++) hash = Math.imul(hash ^ view.getUint8(at), PRIME);
  return hash;
}

const sealOf = (key: Buffer, value: Buffer) => mix(mix(0x811c9dc5, key), value);

export function seal(key: Buffer, value: Buffer): Buffer {
  const sealed = Buffer.allocUnsafe(value.length + SEAL_BYTES);
  value.copy(sealed);
  sealed.writeInt32LE(sealOf(key, value), value.length);
  return sealed;
}

/** Values of stores that were made before there were seals: an index entry, a number, and BSON, which says its length. */
const isBare = (stored: Buffer) =>
  stored.length === 1 || stored.length === 4 || (stored.length > 4 && stored.readInt32LE(0) === stored.length);

/** The value as it was sealed; undefined when it, or its key, is not what was written. */
export function unseal(key: Buffer, stored: Buffer): Buffer | undefined {
  if (isBare(stored)) return stored;
  const end = stored.length - SEAL_BYTES;
  if (end < 0) return undefined;
  const value = stored.subarray(0, end);
  return stored.readInt32LE(end) === sealOf(key, value) ? value : undefined;
}
