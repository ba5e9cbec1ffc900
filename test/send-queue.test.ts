import { Busy } from '../src/chat.js';
import { createSendQueue } from '../src/send-queue.js';

/** A post that ends when it is told to. */
function held<T>() {
  let accept!: (value: T) => void;
  let fail!: (error: unknown) => void;
  const ended = new Promise<T>((resolve, reject) => {
    accept = resolve;
    fail = reject;
  });
  return { post: () => ended, accept, fail };
}

test('the messages of a conversation go out in order, one at a time', async () => {
  const sendQueue = createSendQueue();
  const sent: string[] = [];
  const [slow, quick] = [held<string>(), held<string>()];
  const post = (name: string, { post }: typeof slow) =>
    sendQueue.run('channel', () => {
      sent.push(`${name} begins`);
      return post().finally(() => sent.push(`${name} ends`));
    });
  const both = Promise.all([post('first', slow), post('second', quick)]);
  quick.accept('b');
  slow.accept('a');
  expect(await both).toEqual(['a', 'b']);
  expect(sent).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('another conversation does not wait', async () => {
  const sendQueue = createSendQueue();
  const slow = held<string>();
  const waiting = sendQueue.run('channel', slow.post);
  expect(await sendQueue.run('elsewhere', async () => 'sent')).toBe('sent');
  slow.accept('sent at last');
  expect(await waiting).toBe('sent at last');
});

test('a platform that asks to wait is asked again, and what stands behind waits in order', async () => {
  const sendQueue = createSendQueue();
  const sent: string[] = [];
  let refusals = 2;
  const first = sendQueue.run('channel', async () => {
    if (refusals-- > 0) throw new Busy(0.01);
    sent.push('first');
  });
  const second = sendQueue.run('channel', async () => sent.push('second'));
  await Promise.all([first, second]);
  expect(sent).toEqual(['first', 'second']);
});

test('a wait of more than two seconds is left to who posts', async () => {
  const sendQueue = createSendQueue();
  const post = sendQueue.run('channel', () => Promise.reject(new Busy(2.1)));
  await expect(post).rejects.toMatchObject({ retryAfter: 2.1 });
});

test('until such a wait is over, nothing is sent to that conversation; others go on', async () => {
  const sendQueue = createSendQueue();
  const sent: string[] = [];
  await expect(sendQueue.run('channel', () => Promise.reject(new Busy(3600)))).rejects.toThrow(Busy);
  await expect(sendQueue.run('channel', async () => sent.push('too early'))).rejects.toMatchObject({
    retryAfter: expect.closeTo(3600, -1) as number,
  });
  await sendQueue.run('elsewhere', async () => sent.push('sent'));
  expect(sent).toEqual(['sent']);
});

test('a message that is not accepted does not hold up the next', async () => {
  const sendQueue = createSendQueue();
  const broken = held<never>();
  const first = sendQueue.run('channel', broken.post);
  const second = sendQueue.run('channel', async () => 'sent');
  broken.fail(new Error('channel_not_found'));
  await expect(first).rejects.toThrow('channel_not_found');
  expect(await second).toBe('sent');
});

test('a stop ends all waiting, and nothing goes out after it', async () => {
  const sendQueue = createSendQueue();
  let asked!: () => void;
  const waits = new Promise<void>((resolve) => (asked = resolve));
  const sent: string[] = [];
  const first = sendQueue.run('channel', async () => {
    asked();
    throw new Busy(2);
  });
  const second = sendQueue.run('channel', async () => sent.push('second'));
  await waits;
  sendQueue.stop();
  await expect(first).rejects.toThrow(/abort/i);
  await expect(second).rejects.toThrow(/abort/i);
  await expect(sendQueue.run('elsewhere', async () => sent.push('third'))).rejects.toThrow(/abort/i);
  expect(sent).toEqual([]);
});
