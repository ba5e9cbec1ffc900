/**
 * A jump of the clock, walked: from each moment at which something falls due to the next, so that all is done and said
 * at its time and nothing is late. Only the playground moves the clock.
 */
import type { JumpingClock } from './clock.js';

/** What waits for no stored date, such as the first day of a leave, is looked at after so long. */
const LONGEST_STEP_MS = 12 * 3_600_000;
/** Something that falls due anew and anew does not hold the clock up for ever. */
const MOST_STOPS = 3_000;
/** What falls due so soon after something else is done together with it. */
const TOGETHER_MS = 20_000;

export type Walk = (milliseconds: number, passing?: () => void) => Promise<void>;

/**
 * One walk at a time; `passing` is called at every stop.
 * @param deps.next the first moment after `since` at which something is due.
 * @param deps.settle does and says what is due now; `arrived`: at the end of the walk.
 * @param deps.keep remembers how far the clock is ahead.
 */
export function createWalk(deps: {
  clock: JumpingClock;
  next(since: Date): Promise<Date | undefined>;
  settle(arrived: boolean): Promise<void>;
  keep(offset: number): Promise<void>;
}): Walk {
  const { clock, next, settle, keep } = deps;
  let turn: Promise<void> = Promise.resolve();

  /** Moves on to a moment and does what is due; returns when that was, since the clock runs on meanwhile. */
  async function reach(moment: number, arrived: boolean): Promise<Date> {
    await keep(clock.jump(Math.max(0, moment - clock.now().getTime())));
    const reached = clock.now();
    await settle(arrived);
    return reached;
  }

  async function walk(milliseconds: number, passing: () => void): Promise<void> {
    const until = clock.now().getTime() + milliseconds;
    let reached = await reach(0, false);
    for (let stops = 0; stops < MOST_STOPS; stops++) {
      const due = await next(reached);
      const stop = Math.min(due ? due.getTime() + TOGETHER_MS : Infinity, reached.getTime() + LONGEST_STEP_MS);
      if (stop >= until) break;
      reached = await reach(stop, false);
      passing();
    }
    await reach(until, true);
  }

  return (milliseconds, passing = () => undefined) => {
    const walked = turn.then(() => walk(milliseconds, passing));
    turn = walked.catch(() => undefined);
    return walked;
  };
}
