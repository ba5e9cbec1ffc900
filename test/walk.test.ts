/** A jump of the clock, walked: what falls due on the way is done at its time, whatever that takes. */
import { jumpingClock } from '../src/clock.js';
import { createWalk } from '../src/walk.js';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** A desk whose records fall due at these moments after its start, and when it saw to each. */
function desk(due: number[], work: (now: number) => Promise<void> = async () => undefined) {
  const clock = jumpingClock(Date.parse('2026-11-23T08:00:00Z') - Date.now());
  const start = clock.now().getTime();
  const waiting = new Set(due.map((after) => start + after));
  const seen: { due: number; late: number }[] = [];
  let kept = 0;
  const walk = createWalk({
    clock,
    next: async (since) => {
      const ahead = [...waiting].filter((moment) => moment > since.getTime());
      return ahead.length > 0 ? new Date(Math.min(...ahead)) : undefined;
    },
    async settle() {
      const now = clock.now().getTime();
      for (const moment of [...waiting].filter((each) => each <= now)) {
        waiting.delete(moment);
        seen.push({ due: moment - start, late: now - moment });
      }
      await work(now);
    },
    keep: async (offset) => void (kept = offset),
  });
  return { clock, start, walk, waiting, seen, kept: () => kept };
}

test('each moment on the way is reached, in order and within its minute, and the clock arrives where it was sent', async () => {
  const moments = [5 * MINUTE, 5 * MINUTE + 3_000, 26 * HOUR, 90 * HOUR];
  const { clock, start, walk, seen, kept } = desk(moments);
  let stops = 0;
  await walk(96 * HOUR, () => (stops += 1));
  expect(seen.map(({ due }) => due)).toEqual(moments);
  expect(Math.max(...seen.map(({ late }) => late))).toBeLessThan(MINUTE);
  expect(clock.now().getTime() - start - 96 * HOUR).toBeLessThan(MINUTE);
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(start + 96 * HOUR);
  expect(Date.now() + kept()).toBeLessThanOrEqual(clock.now().getTime());
  expect(stops).toBeGreaterThanOrEqual(3);
});

test('what falls due while something else is done is not passed over', async () => {
  let busy = true;
  const { walk, seen } = desk([HOUR, HOUR + 20_060, 20 * HOUR], async () => {
    if (busy) await new Promise((resolve) => setTimeout(resolve, 100));
    busy = !busy;
  });
  await walk(24 * HOUR);
  expect(seen).toHaveLength(3);
  expect(Math.max(...seen.map(({ late }) => late))).toBeLessThan(MINUTE);
});

test('what can never be done holds nothing up, and what waits for no stored date is looked at twice a day', async () => {
  const looks: number[] = [];
  const { clock, start, walk, waiting } = desk([], async (now) => void looks.push(now));
  waiting.add(start - HOUR);
  await walk(72 * HOUR);
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(start + 72 * HOUR);
  const apart = looks.slice(1).map((look, index) => look - looks[index]!);
  expect(Math.max(...apart)).toBeLessThanOrEqual(12 * HOUR + MINUTE);
});

test('two who jump at once wait for one another, and one whose walk fails holds up no other', async () => {
  const { clock, start, walk, seen } = desk([HOUR, 3 * HOUR]);
  await Promise.all([walk(2 * HOUR), walk(2 * HOUR)]);
  expect(seen.map(({ due }) => due)).toEqual([HOUR, 3 * HOUR]);
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(start + 4 * HOUR);
  let fails = true;
  const other = desk([], async () => {
    if (fails) throw new Error('the store is away');
  });
  await expect(other.walk(HOUR)).rejects.toThrow('the store is away');
  fails = false;
  await other.walk(HOUR);
  expect(other.clock.now().getTime()).toBeGreaterThanOrEqual(other.start + HOUR);
});
