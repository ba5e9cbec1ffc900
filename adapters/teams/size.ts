/** Cards are cut while they are put together, so that none is ever too large to send. */
import type { Element } from './elements.js';

/**
 * Bytes of the elements of one card. Teams takes messages of 28 KB in its oldest documented limit; the rest is left to
 * the envelope, the mentions and the note that something was cut.
 */
export const ROOM = 20 * 1024;

export const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** As many of the elements, in order, as fit into the room; the last one may be shortened by its inner ones. */
export function fit(elements: readonly Element[], room: number): { kept: Element[]; used: number; cut: boolean } {
  const kept: Element[] = [];
  let used = 0;
  for (const element of elements) {
    const size = bytes(element) + 1;
    if (used + size <= room) {
      kept.push(element);
      used += size;
      continue;
    }
    if (element.type === 'Container') {
      const frame = bytes({ ...element, items: [] }) + 1;
      const inner = fit(element.items, room - used - frame);
      if (inner.kept.length > 0) {
        kept.push({ ...element, items: inner.kept });
        used += frame + inner.used;
      }
    }
    return { kept, used, cut: true };
  }
  return { kept, used, cut: false };
}
