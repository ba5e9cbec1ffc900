/** The way back: what was begun is ended in the opposite order, and nothing that hangs keeps the rest from ending. */

/** A supervisor kills after ten seconds (Docker), so that all must have ended in eight. */
const ALL_MS = 5_000;
/** What each step has even when others have used up the time of all: to say goodbye, and to close a file. */
const LEAST_MS = 300;

export type Closing = {
  /** Notes what is to be ended, before all that was noted earlier. */
  add(name: string, step: () => unknown): void;
  /** @throws an error that names the steps that failed or hung; all others have been taken. */
  run(): Promise<void>;
};

export function createClosing(): Closing {
  const steps: { name: string; step: () => unknown }[] = [];

  async function take(name: string, step: () => unknown, milliseconds: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('it was not waited for any longer')), milliseconds);
    });
    try {
      await Promise.race([step(), late]);
    } catch (error) {
      throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    add: (name, step) => void steps.push({ name, step }),
    async run() {
      const end = performance.now() + ALL_MS;
      const failed: unknown[] = [];
      for (let next = steps.pop(); next; next = steps.pop()) {
        await take(next.name, next.step, Math.max(end - performance.now(), LEAST_MS)).catch((error: unknown) =>
          failed.push(error),
        );
      }
      if (failed.length === 1) throw failed[0];
      if (failed.length > 1) throw new Error(failed.map((each) => (each as Error).message).join('; '));
    },
  };
}

/** Ends several side by side, so that one that hangs leaves the others their time. @throws what the first of them throws */
export async function together(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  const ends = await Promise.allSettled(steps.map((step) => step()));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
