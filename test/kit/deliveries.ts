import type { Platform } from '../../src/chat.js';
import type { DeliveryRecords } from '../../src/deliveries.js';

/** Deliveries of one process, kept while it lives. */
export function inMemory(): DeliveryRecords & {
  rows: Map<string, { platform: Platform; body?: unknown; told?: true }>;
} {
  const rows = new Map<string, { platform: Platform; body?: unknown; told?: true }>();
  return {
    rows,
    keep: async (origin, platform, body) => void rows.set(origin, { platform, body }),
    async claim(origin, platform) {
      const row = rows.get(origin);
      rows.set(origin, row ?? { platform });
      return !row?.told;
    },
    told: async (origin, platform) => void rows.set(origin, { platform, told: true }),
    settled: async () => {},
    takeOver: async () => [],
  };
}
