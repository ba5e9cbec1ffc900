/** Waits for something to become true, looking again the less often the longer it has waited; fails with what was last seen. */
export async function until<T>(
  look: () => Promise<T | undefined | false> | T | undefined | false,
  what: string,
  milliseconds = 20_000,
): Promise<T> {
  const begun = Date.now();
  let last: unknown;
  for (;;) {
    try {
      const found = await look();
      if (found) return found;
    } catch (error) {
      last = error;
    }
    const waited = Date.now() - begun;
    if (waited > milliseconds)
      throw new Error(`waited in vain until ${what}${last instanceof Error ? `: ${last.message}` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, Math.min(100, 5 + waited / 10)));
  }
}
