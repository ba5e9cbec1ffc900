/** The longest Slack goes on redelivering an event is a few minutes; this many deliveries cover that by far. */
const REMEMBERED = 10_000;

/**
 * Runs the work of one delivery once: a redelivery, or the other event of the same words, joins the first and gets
 * its result. What failed is forgotten, so that the next delivery tries again; and so is a result that says only that
 * nothing was done (`again`), for the reason may be gone by then.
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
