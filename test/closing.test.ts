import { createClosing, together } from '../src/closing.js';

test('what was begun is ended in the opposite order, each when the one before has ended', async () => {
  const closing = createClosing();
  const ended: string[] = [];
  for (const name of ['store', 'work', 'server'])
    closing.add(name, async () => {
      await new Promise((resolve) => setImmediate(resolve));
      ended.push(name);
    });
  await closing.run();
  expect(ended).toEqual(['server', 'work', 'store']);
  await closing.run();
  expect(ended).toHaveLength(3);
});

test('what fails keeps nothing from ending, and is told of with its name', async () => {
  const closing = createClosing();
  let isClosed = false;
  closing.add('store', () => (isClosed = true));
  closing.add('work', () => Promise.reject(new Error('no answer')));
  closing.add('server', () => {
    throw new Error('not open');
  });
  await expect(closing.run()).rejects.toThrow('server: not open; work: no answer');
  expect(isClosed).toBe(true);
});

test('what hangs is left, and what comes after it still has a moment', async () => {
  const closing = createClosing();
  const before = performance.now();
  let isClosed = false;
  closing.add('store', async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    isClosed = true;
  });
  closing.add('work', () => together([() => new Promise(() => {}), async () => undefined]));
  await expect(closing.run()).rejects.toThrow('work: it was not waited for any longer');
  expect(isClosed).toBe(true);
  expect(performance.now() - before).toBeLessThan(6_000);
});

test('several are ended side by side, and the first failure is told when all have ended', async () => {
  let last = false;
  const slow = async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    last = true;
  };
  await expect(together([() => Promise.reject(new Error('one')), slow])).rejects.toThrow('one');
  expect(last).toBe(true);
});
