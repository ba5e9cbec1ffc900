/** What is said in one conversation is put to the desk in the order in which it came. */
import { Busy } from '../../src/chat.js';

type Ask<T> = () => Promise<T>;

export function createOrder(stopping: AbortSignal) {
  const tails = new Map<string, Promise<void>>();
  const stopped = new Promise<never>((_, reject) =>
    stopping.addEventListener('abort', () => reject(new Error('the desk stops')), { once: true }),
  );
  stopped.catch(() => undefined);

  /** Takes a place in the line; what stands there before is passed when it calls back. */
  function enter(line: string) {
    const before = tails.get(line);
    let pass = () => {};
    const passed = new Promise<void>((resolve) => (pass = resolve));
    tails.set(line, passed);
    return {
      before,
      leave() {
        pass();
        if (tails.get(line) === passed) tails.delete(line);
      },
    };
  }

  /**
   * The same `ask`, when all that was asked before in this line has been. Its place is that of its first call, and is kept
   * while it is `Busy`, to be asked again.
   */
  return function inOrder<T>(line: string, ask: Ask<T>): Ask<T> {
    let place: ReturnType<typeof enter> | undefined;
    return async () => {
      const { before, leave } = (place ??= enter(line));
      if (before) await Promise.race([before, stopped]);
      try {
        const answer = await ask();
        leave();
        return answer;
      } catch (error) {
        if (!(error instanceof Busy)) leave();
        throw error;
      }
    };
  };
}
