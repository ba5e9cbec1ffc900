import { setImmediate as others } from 'node:timers/promises';

/** Long work that can be set down: it yields wherever others may take their turn. */
export type Work<T> = Generator<void, T>;

/** The most milliseconds for which one slice keeps others waiting. */
const SLICE = 4;

/** Does the rest of it at once. */
export function atOnce<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Does it in slices, between which others take their turn. A caller that cannot wait may finish or end it meanwhile. */
export async function inSlices(work: Work<unknown>): Promise<void> {
  for (let since = performance.now(); !work.next().done;) {
    if (performance.now() - since < SLICE) continue;
    await others();
    since = performance.now();
  }
}
