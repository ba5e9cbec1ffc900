/**
 * Stories that wait most of their time, as a platform asks them to: they happen side by side, each in a world of its own,
 * before the first of them is looked at.
 * @param longest milliseconds that all of them take together.
 */
export function sideBySide(longest = 120_000): (name: string, happens: () => Promise<void>) => void {
  const stories: (() => Promise<void>)[] = [];
  let ends: PromiseSettledResult<void>[] = [];
  beforeAll(async () => {
    ends = await Promise.allSettled(stories.map((story) => story()));
  }, longest);
  return (name, happens) => {
    const index = stories.push(happens) - 1;
    test(name, () => {
      const end = ends[index]!;
      if (end.status === 'rejected') throw end.reason as Error;
    });
  };
}
