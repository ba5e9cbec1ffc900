/** A form that is sent twice is sent within minutes; so many forms cover that by far. */
const REMEMBERED = 10_000;

/**
 * Takes a form once: the same sent again joins the first and gets its result. What failed is forgotten, so that it can be
 * sent again; and so is a result that says only that nothing was done (`again`), for the reason may be gone by then.
 */
export function createOnce<T>(again: (result: T) => boolean) {
  const results = new Map<string, Promise<T>>();
  return (origin: string, work: () => Promise<T>): Promise<T> => {
    const before = results.get(origin);
    if (before) return before;
    const result = work();
    results.set(origin, result);
    result.then(
      (value) => again(value) && results.delete(origin),
      () => results.delete(origin),
    );
    const [oldest] = results.keys();
    if (results.size > REMEMBERED && oldest !== undefined) results.delete(oldest);
    return result;
  };
}
