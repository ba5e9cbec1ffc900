/** What a stranger writes on the socket: answered and survived, in every mode of the one HTTP server. */
import { connect } from 'node:net';
import { pino } from 'pino';
import { createHttp, pathOf, queryOf } from '../adapters/http.js';
import { createSurvivor } from '../src/survivor.js';
import { openCompany } from './kit/company.js';
import { startTeams } from './kit/teams-desk.js';
import { createSlackDesk } from './kit/slack-desk.js';

const targets = [
  '//',
  '///',
  '/\\',
  '//[',
  '//%',
  '//user@',
  'http://[',
  'http://a:b',
  '//a:99999999',
  '*',
  '/%00',
  '?',
];

/** The status line that a raw request gets. */
function ask(port: number, target: string, host = 'x'): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    );
    socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')));
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer.split('\r\n', 1)[0]!));
  });
}

async function survives(url: string): Promise<void> {
  const port = Number(new URL(url).port);
  for (const target of targets) {
    const status = await ask(port, target);
    expect([target, status]).toEqual([target, expect.stringMatching(/^HTTP\/1\.1 40[0345]/)]);
  }
}

test('the playground', async () => {
  const company = await openCompany({});
  await survives(company.url);
  expect((await fetch(`${company.url}/healthz`)).status).toBe(200);
  expect(await ask(Number(new URL(company.url).port), '/playground/state?since=%', 'localhost')).toMatch(/ 200 /);
  await company.close();
});

test('Slack', async () => {
  const desk = await createSlackDesk();
  await desk.slack.start();
  await survives(desk.url);
});

test('Teams', async () => {
  const desk = await startTeams();
  await survives(desk.url);
  await desk.close();
});

test('a route that throws at once, or later, answers 500 and the server goes on; the log has the reason and no secret', async () => {
  const logged: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) });
  const broken = new Error('no answer from mongodb://desk:hunter2/pw@db:27017/x with xoxb-1234-secret');
  const http = createHttp(
    [
      {
        method: 'GET',
        path: '/now',
        handle: () => {
          throw broken;
        },
      },
      { method: 'GET', path: '/later', handle: () => Promise.reject(broken) },
      { method: 'GET', path: '/well', handle: (_, response) => response.end('well') },
    ],
    log,
  );
  const url = `http://127.0.0.1:${await http.listen(0, '127.0.0.1')}`;
  for (const path of ['/now', '/later']) expect((await fetch(url + path)).status).toBe(500);
  expect(await (await fetch(`${url}/well`)).text()).toBe('well');
  expect(logged.join()).toMatch(/no answer from mongodb:\/\/db:27017\/x with …/);
  expect(logged.join()).not.toMatch(/hunter2|pw@|xoxb-1234/);
  await http.close();
});

test.each([
  ['/', '/', undefined],
  ['/playground/events?since=12#x', '/playground/events', '12'],
  ['//?since=3', '//', '3'],
  ['?since=4', '/', '4'],
])('%s asks for %s', (url, path, since) => {
  const request = { url } as Parameters<typeof pathOf>[0];
  expect([pathOf(request), queryOf(request).get('since') ?? undefined]).toEqual([path, since]);
});

test('an error that nothing caught is logged and survived; ten within a minute end the process in order', () => {
  const logged: unknown[] = [];
  let gaveUp = 0;
  let time = 0;
  const survive = createSurvivor({
    log: { fatal: (line: unknown) => void logged.push(line) } as never,
    giveUp: () => void (gaveUp += 1),
    now: () => time,
  });
  for (let slip = 0; slip < 30; slip++) {
    time += 10_000;
    survive(new Error('a slip'));
  }
  expect([logged.length, gaveUp]).toEqual([30, 0]);
  time += 60_000;
  for (let slip = 0; slip < 10; slip++) survive(new Error('broken'));
  expect(gaveUp).toBe(1);
});
