/** Work that several ask for: done once for all who ask for it at the same time, or who send the same again. Pure. */

/** Keeps the latest entries of a map, up to a number. */
export function forgetOldest(remembered: Map<string, unknown>, most: number): void {
  const [oldest] = remembered.keys();
  if (remembered.size > most && oldest !== undefined) remembered.delete(oldest);
}

/** A caller that asks for something under way by its key joins that. */
export function createShared<T>() {
  const underWay = new Map<string, Promise<T>>();
  function shared(key: string, work: () => Promise<T>): Promise<T> {
    const before = underWay.get(key);
    if (before) return before;
    const begun = work().finally(() => underWay.delete(key));
    underWay.set(key, begun);
    return begun;
  }
  /** Resolves when all of it has ended, well or not. */
  shared.settled = () => Promise.allSettled(underWay.values());
  return shared;
}

/**
 * Takes each origin once: the same again joins the first and gets its result. What failed is forgotten, so that it can be
 * sent again; and so is a result that says only that nothing was done (`again`), for the reason may be gone by then.
 * @param most the number of results that are remembered.
 */
export function createOnce<T>(most: number, again: (result: T) => boolean = () => false) {
  const results = new Map<string, Promise<T>>();
  function once(origin: string, work: () => Promise<T>): Promise<T> {
    const before = results.get(origin);
    if (before) return before;
    const result = work();
    results.set(origin, result);
    result.then(
      (value) => again(value) && results.delete(origin),
      () => results.delete(origin),
    );
    forgetOldest(results, most);
    return result;
  }
  /** Resolves when all that is remembered has ended, well or not. */
  once.settled = () => Promise.allSettled(results.values());
  return once;
}
