/** How many answers are remembered for a browser that lost its connection before it heard them. */
const REMEMBERED = 1_000;

/** Does each named piece of work once: the same name again gets the same result, unless the work failed. */
export function createOnce<T>() {
  const results = new Map<string, Promise<T>>();

  function once(name: string, work: () => Promise<T>): Promise<T> {
    const known = results.get(name);
    if (known) return known;
    const result = work();
    results.set(name, result);
    result.catch(() => results.delete(name));
    const oldest = results.keys().next();
    if (results.size > REMEMBERED && !oldest.done) results.delete(oldest.value);
    return result;
  }
  once.settled = () => Promise.allSettled(results.values());
  return once;
}
