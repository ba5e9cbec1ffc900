import type { DeliveryRecords } from '../../src/deliveries.js';
import type { Platform } from '../../src/chat.js';

type Row = { platform: Platform; holder: string; body?: unknown; told?: true };

/** A book of deliveries that several processes share, one after another: all but the one at work are dead. */
export function sharedRecords() {
  const rows = new Map<string, Row>();
  let isAway = false;
  const reach = async () => {
    if (isAway) throw new Error('the store is away');
  };
  return {
    rows,
    /** From now on the store takes nothing, or does again. */
    away: (now: boolean) => (isAway = now),
    /** What is kept for whoever comes next. */
    waiting: () => [...rows.values()].filter(({ body }) => body !== undefined).map(({ body }) => body),
    of: (holder: string): DeliveryRecords => ({
      async keep(origin, platform, body) {
        await reach();
        const row = rows.get(origin);
        if (!row || row.holder === holder) rows.set(origin, { ...row, platform, holder, body });
      },
      async claim(origin, platform) {
        await reach();
        const row = rows.get(origin);
        if (!row?.told) rows.set(origin, { ...row, platform, holder });
        return !row?.told;
      },
      async told(origin) {
        await reach();
        rows.set(origin, { platform: 'teams', holder, told: true });
      },
      settled: async () => {},
      async takeOver() {
        await reach();
        const left = [...rows].filter(([, row]) => row.body !== undefined && row.holder !== holder);
        for (const [origin, row] of left) rows.set(origin, { ...row, holder });
        return left.map(([origin, { platform, body }]) => ({ origin, platform, body }));
      },
    }),
  };
}
