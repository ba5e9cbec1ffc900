/** Who may speak to the playground: its own page, in a browser on this very machine. */
import type { IncomingMessage } from 'node:http';
import { admit, Rejected } from '../../adapters/web/guard.js';

type Asked = { from?: string; headers?: Record<string, string>; method?: string };

function statusOf({ from = '127.0.0.1', headers = {}, method = 'GET' }: Asked): number {
  const all = { host: '127.0.0.1:3978', ...headers };
  try {
    admit({ headers: all, method, socket: { remoteAddress: from } } as unknown as IncomingMessage);
  } catch (error) {
    if (error instanceof Rejected) return error.status;
    throw error;
  }
  return 200;
}

test.each(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])(
  'a browser of this machine at %s is served',
  (from) => {
    expect(statusOf({ from })).toBe(200);
  },
);

test.each(['10.0.0.7', '192.168.1.5', '2001:db8::7', 'fe80::1', '::ffff:10.0.0.7', '0.0.0.0', ''])(
  'another machine at %s is refused, whatever it writes into Host and Origin',
  (from) => {
    expect(statusOf({ from })).toBe(403);
    expect(statusOf({ from, method: 'POST', headers: { origin: 'http://127.0.0.1:3978' } })).toBe(403);
  },
);

test('a socket that has gone already is refused', () => {
  const gone = { headers: { host: 'localhost' }, method: 'GET', socket: {} } as unknown as IncomingMessage;
  expect(() => admit(gone)).toThrow(Rejected);
});

test.each([
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'x-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'fastly-client-ip',
])('what a proxy of this machine hands on with %s is somebody else’s and refused', (header) => {
  expect(statusOf({ headers: { [header]: '127.0.0.1' } })).toBe(403);
  expect(statusOf({ headers: { [header]: '' } })).toBe(403);
});

test.each([
  ['localhost', 200],
  ['localhost:3978', 200],
  ['[::1]:3978', 200],
  ['127.0.0.1', 200],
  ['evil.example', 403],
  ['127.0.0.1.evil.example', 403],
  ['desk.example:3978', 403],
  ['0.0.0.0:3978', 403],
])('a name that only resolves to this machine is not this machine: %s answers %d', (host, status) => {
  expect(statusOf({ headers: { host } })).toBe(status);
});
