/** The playground as its page meets it: what it takes, what it refuses, and what it still knows after a restart. */
import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import mongoose from 'mongoose';
import { openPlaygroundMemory } from '../../src/store/playground.js';
import type { Message } from '../../adapters/web/memory.js';
import type { State, Stretch } from '../../adapters/web/wire.js';
import { ownDatabase } from '../kit/company.js';
import { until } from '../kit/until.js';
import { createWebDriver } from '../kit/web-driver.js';
import { createOneTicketDesk } from '../kit/web-desk.js';
import { buildPage, startPlayground } from '../kit/web-playground.js';
import { readPlayground } from '../kit/web-state.js';

type Playground = Awaited<ReturnType<typeof startPlayground>>;

const open: Playground[] = [];
async function playground(options: Partial<Parameters<typeof startPlayground>[0]> = {}) {
  const desk = createOneTicketDesk();
  const play = await startPlayground({ perform: desk.perform, ...options });
  desk.join(play.chats);
  open.push(play);
  return { ...play, desk };
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

const said = (words: string, more: object = {}) => ({
  who: 'employee',
  platform: 'play-slack',
  origin: randomUUID(),
  words,
  ...more,
});

async function post(url: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/playground/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as { error?: string; now?: string } };
}
const stateOf = readPlayground;

/** A request under a Host of our choosing, which fetch does not allow. */
const statusUnder = (url: string, headers: Record<string, string>) =>
  new Promise<number | undefined>((resolve, reject) => {
    httpRequest(`${url}/playground/state`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('The playground', () => {
  for (const flavour of ['play-slack', 'play-teams'] as const) {
    describe(`in its ${flavour === 'play-slack' ? 'Slack' : 'Teams'}`, () => {
      it('takes a question to a ticket in the channel, and one of two agents gets it', async () => {
        const { url, desk } = await playground();
        const people = createWebDriver({ url, flavour });
        await people.say('employee', 'vpn keeps dropping <!channel>');
        const [answer] = await people.chat('employee');
        expect(answer).toMatchObject({
          title: 'When the VPN keeps dropping',
          buttons: ['That helped', 'Open a ticket'],
        });
        expect(answer!.text).toContain('<!channel>');

        const { form } = await people.press('employee', 'Open a ticket', answer!);
        expect(form!.fields.map(({ name, value }) => [name, value])).toEqual([
          ['title', 'VPN drops'],
          ['details', ''],
          ['impact', 'low'],
        ]);
        const wrong = await people.submit('employee', form!, { title: 'Tunnel', details: 'no' });
        expect(wrong.problems).toEqual({ details: 'Say a little more.' });
        const sent = await people.submit('employee', wrong.form!, { title: 'Tunnel', details: 'each hour' });
        expect(sent.notes).toEqual(['INC-1 is open.']);

        const [card] = await people.channel('it');
        expect(card).toMatchObject({ title: 'INC-1 Tunnel', buttons: ['Claim'] });
        expect(await people.press('agent', 'Claim', card!)).toEqual({ notes: [] });
        expect((await people.press('agent2', 'Claim', card!)).notes).toEqual(['Alex Weber was faster.']);
        expect(await people.channel('it')).toEqual([expect.objectContaining({ id: card!.id, buttons: [] })]);
        expect(desk.asked.at(-1)).toMatchObject({
          account: { platform: flavour, id: 'agent2' },
          place: { private: false, thread: `${flavour}:m/${card!.id}` },
        });
      });

      it('refuses whom the desk does not know', async () => {
        const { url } = await playground();
        const shown = await createWebDriver({ url, flavour }).say('outsider', 'let me in');
        expect(shown.notes).toEqual(['You are a guest here. Ask your host.']);
      });

      it('opens a form after plain words by a button', async () => {
        const { url } = await playground();
        const people = createWebDriver({ url, flavour });
        expect(await people.say('employee', 'new')).toEqual({ notes: [] });
        const [door] = await people.chat('employee');
        expect((await people.press('employee', 'Open the form', door!)).form!.title).toBe('Open a ticket');
      });

      it('posts beneath a message where the platform has threads, and redraws only what changed', async () => {
        const { url, chats } = await playground();
        const people = createWebDriver({ url, flavour });
        const chat = chats.find(({ platform }) => platform === flavour)!;
        const card = { for: { lang: 'en', zone: 'UTC' }, title: 'INC-7', parts: [] } as const;
        const to = await chat.reach({ channel: flavour === 'play-slack' ? '#it-desk' : 'IT Desk' });
        const root = await chat.post(to as Exclude<typeof to, 'unreachable'>, card);
        const beneath = await chat.post(root, { ...card, title: 'A note' });
        await chat.post(beneath, { ...card, title: 'A second note' });
        const [seen] = await people.channel('it');
        expect((await people.thread(seen!)).map(({ title }) => title)).toEqual(['A note', 'A second note']);

        const { rev } = await stateOf(url);
        await chat.update(root, card);
        await chat.update(`${flavour}:m/gone`, card);
        expect((await stateOf(url)).rev).toBe(rev);
        await chat.update(root, { ...card, title: 'INC-7 done' });
        expect((await people.channel('it'))[0]!.title).toBe('INC-7 done');
        expect((await stateOf(url)).rev).toBe(rev + 1);
      });
    });
  }

  it('finds people by their e-mail, and channels by their names, or says unreachable', async () => {
    const { chats } = await playground();
    const [slack] = chats;
    const person = { id: 'p', name: 'Emma', email: 'Employee@Example.com' };
    expect(await slack!.reach({ person })).toBe('play-slack:dm/employee');
    expect(await slack!.reach({ person: { ...person, account: 'agent' } })).toBe('play-slack:dm/agent');
    expect(await slack!.reach({ person: { ...person, email: 'nobody@example.com' } })).toBe('unreachable');
    expect(await slack!.reach({ channel: 'IT Desk' })).toBe('unreachable');
  });

  it('opens a form at once after a slash command, and hides the command itself', async () => {
    const { url } = await playground();
    const shown = await createWebDriver({ url, flavour: 'play-slack' }).say('employee', '/it new');
    expect(shown.form!.title).toBe('Open a ticket');
    expect((await stateOf(url)).messages).toEqual([]);
  });

  it('hears words in a thread as said there, and words in a channel as said to the desk', async () => {
    const { url, desk } = await playground();
    const conversation = 'ch/#it-desk';
    await post(url, 'say', said('hello', { who: 'agent', conversation }));
    const [head] = (await stateOf(url)).messages;
    await post(url, 'say', said('more', { who: 'agent', conversation, under: head!.id }));
    expect(desk.asked.map(({ place }) => place)).toMatchObject([
      { platform: 'play-slack', private: false, mentioned: true },
      { platform: 'play-slack', private: false, mentioned: false, thread: `play-slack:m/${head!.id}` },
    ]);
    const answer = (await stateOf(url)).messages.find(({ author }) => author === 'desk');
    expect(answer).toMatchObject({ conversation, only: 'agent' });
  });

  it('takes the same request once, however often and at once it is sent', async () => {
    const { url, desk } = await playground();
    const words = said('vpn keeps dropping');
    await Promise.all([post(url, 'say', words), post(url, 'say', words)]);
    await post(url, 'say', words);
    expect(desk.asked).toHaveLength(1);
    expect((await stateOf(url)).messages.map(({ author }) => author)).toEqual(['employee', 'desk']);
  });

  it('takes the same origin of two people for two requests, each answered to their own eyes', async () => {
    const { url, desk } = await playground();
    const words = said('vpn keeps dropping');
    await post(url, 'say', words);
    await post(url, 'say', { ...words, who: 'agent', words: 'printer is jammed' });
    expect(new Set(desk.asked.map(({ origin }) => origin)).size).toBe(2);
    const { messages } = await stateOf(url);
    expect(messages.map(({ author, conversation }) => `${author} in ${conversation}`)).toEqual([
      'employee in dm/employee',
      'desk in dm/employee',
      'agent in dm/agent',
      'desk in dm/agent',
    ]);
    expect(JSON.stringify(messages[3])).toContain('printer is jammed');
  });

  it('moves the clock forward once for each time it is asked, and never back', async () => {
    const { url, clock } = await playground();
    const before = clock.now().getTime();
    const hour = { origin: randomUUID(), by: 3_600_000 };
    await post(url, 'jump', hour);
    await post(url, 'jump', hour);
    const passed = clock.now().getTime() - before;
    expect(passed).toBeGreaterThanOrEqual(3_600_000);
    expect(passed).toBeLessThan(2 * 3_600_000);
    const monday = await post(url, 'jump', { origin: randomUUID(), to: '2099-01-01T09:00', zone: 'Europe/Berlin' });
    expect(monday.status).toBe(422);
    expect((await post(url, 'jump', { origin: randomUUID(), by: -1 })).status).toBe(422);
    const to = new Date(clock.now().getTime() + 86_400_000).toISOString().slice(0, 16);
    expect((await post(url, 'jump', { origin: randomUUID(), to, zone: 'UTC' })).body.now!.slice(0, 16)).toBe(to);
  });

  it('tells every change to who listens, and what was missed to who comes back', async () => {
    const { url } = await playground();
    await post(url, 'say', said('first'));
    const stop = new AbortController();
    const listen = async (headers: Record<string, string>) => {
      const response = await fetch(`${url}/playground/events?since=1`, { headers, signal: stop.signal });
      let heard = '';
      const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
      void (async () => {
        for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) heard += chunk.value;
      })().catch(() => undefined);
      return () => heard;
    };
    const fresh = await listen({});
    await post(url, 'say', said('second'));
    await until(() => fresh().includes('"words":"second"'), 'the second words are heard');
    expect(fresh()).not.toContain('"words":"first"');
    expect(fresh()).toContain('id: 2\n');
    const emptied = await listen({ 'last-event-id': '999' });
    await until(() => emptied().includes('event: forget') && emptied().includes('"words":"first"'), 'all is told anew');
    stop.abort();
  });

  it('begins with the latest of each conversation, and gives earlier ones to who asks', async () => {
    const { url, chats } = await playground();
    const card = (title: string) => ({ for: { lang: 'en', zone: 'UTC' }, title, parts: [] }) as const;
    const head = await chats[0]!.post('play-slack:ch/#it-desk', card('Head'));
    for (let each = 1; each <= 120; each++) await chats[0]!.post('play-slack:ch/#it-desk', card(`Card ${each}`));
    await chats[0]!.post(head, card('Reply'));
    const talk = async (path: string) => {
      const answer = (await (await fetch(`${url}/playground/${path}`)).json()) as State & Stretch;
      return path === 'state' ? answer.talks['play-slack ch/#it-desk']! : answer;
    };
    const titles = ({ messages }: Stretch) => messages.map((each) => ('title' in each ? each.title : ''));
    const latest = await talk('state');
    // The head of a thread comes with what was said in it, however old it is.
    expect(titles(latest)).toEqual(['Head', ...Array.from({ length: 49 }, (_, at) => `Card ${at + 72}`), 'Reply']);
    const query = (before: number) => `earlier?of=${encodeURIComponent('play-slack ch/#it-desk')}&before=${before}`;
    const earlier = await talk(query(latest.from));
    expect(titles(earlier)).toEqual(Array.from({ length: 50 }, (_, at) => `Card ${at + 22}`));
    const first = await talk(query(earlier.from));
    expect(titles(first)).toEqual(['Head', ...Array.from({ length: 21 }, (_, at) => `Card ${at + 1}`)]);
    expect(first.from).toBe(0);
    expect((await fetch(`${url}/playground/earlier?of=x&before=last`)).status).toBe(400);
    expect(await talk('earlier?of=play-slack%20ch/none&before=9')).toEqual({ messages: [], from: 0 });
  });

  it('sends its page compressed, less than 350 KB in all, and not again to a browser that has it', async () => {
    const { url } = await playground({ page: await buildPage({ minify: true }) });
    const ask = (path: string, headers: Record<string, string>) =>
      new Promise<{ status: number; bytes: number; etag: string; coding: string }>((resolve, reject) => {
        httpRequest(`${url}${path}`, { headers }, (response) => {
          let bytes = 0;
          response.on('data', (chunk: Buffer) => (bytes += chunk.length));
          response.on('end', () => {
            const { etag = '', 'content-encoding': coding = '' } = response.headers;
            resolve({ status: response.statusCode!, bytes, etag, coding });
          });
        })
          .on('error', reject)
          .end();
      });
    const files = ['/', '/page.js', '/page.css'];
    for (const [accepted, coding] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip', 'gzip'],
    ] as const) {
      const sent = await Promise.all(files.map((file) => ask(file, { 'accept-encoding': accepted })));
      expect(sent.map((each) => each.coding)).toEqual([coding, coding, coding]);
      expect(sent.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(350 * 1024);
      const again = await Promise.all(
        files.map((file, at) => ask(file, { 'accept-encoding': accepted, 'if-none-match': sent[at]!.etag })),
      );
      expect(again.map(({ status, bytes }) => [status, bytes])).toEqual([
        [304, 0],
        [304, 0],
        [304, 0],
      ]);
    }
    expect((await ask('/page.js', {})).coding).toBe('');
  });

  it('remembers all messages, in their order and places, over a restart', async () => {
    const database = ownDatabase();
    const connections: mongoose.Connection[] = [];
    const memory = async () => {
      const connection = await mongoose.createConnection(database).asPromise();
      connections.push(connection);
      return openPlaygroundMemory<Message>(connection);
    };
    const first = await playground({ memory: await memory() });
    const people = createWebDriver({ url: first.url, flavour: 'play-slack' });
    await people.say('employee', 'vpn keeps dropping {"$where": "1"} a.b.c');
    const [answer] = await people.chat('employee');
    const { form } = await people.press('employee', 'Open a ticket', answer!);
    await people.submit('employee', form!, { details: 'it drops each hour' });
    await people.press('agent', 'Claim', (await people.channel('it'))[0]!);
    const before = await stateOf(first.url);

    const second = await playground({ memory: await memory() });
    const after = await stateOf(second.url);
    expect(after.messages).toEqual(before.messages);
    await createWebDriver({ url: second.url, flavour: 'play-slack' }).say('employee', 'and again');
    expect((await stateOf(second.url)).rev).toBe(before.rev + 2);
    await Promise.all(connections.map((connection) => connection.close()));
  });
});

describe('The playground refuses', () => {
  it.each([
    ['another site’s page', { origin: 'https://evil.example' }],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }],
    ['a sandboxed page', { origin: 'null' }],
    ['a request that a browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
  ])('%s', async (_, headers) => {
    const { url, desk } = await playground();
    expect((await post(url, 'say', said('hello'), headers)).status).toBe(403);
    expect(desk.asked).toEqual([]);
  });

  it('a request without an origin', async () => {
    const { url } = await playground();
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/playground/jump`, { method: 'POST', headers, body: '{}' });
    expect(response.status).toBe(403);
  });

  it('a name that only resolves to this machine, and what a proxy hands on', async () => {
    const { url } = await playground();
    expect(await statusUnder(url, { host: 'localhost' })).toBe(200);
    expect(await statusUnder(url, { host: 'evil.example' })).toBe(403);
    expect(await statusUnder(url, { host: 'localhost', 'x-forwarded-for': '10.0.0.7' })).toBe(403);
  });

  it('what is too large, no JSON, of another type or malformed, and says why', async () => {
    const { url, desk } = await playground();
    expect((await post(url, 'say', said('x'.repeat(300_000)))).status).toBe(413);
    expect((await post(url, 'say', '{"who":')).status).toBe(400);
    expect((await post(url, 'say', said('hi'), { 'content-type': 'text/plain' })).status).toBe(415);
    for (const body of [
      null,
      {},
      said(''),
      said('x'.repeat(40_001)),
      { ...said('hi'), origin: 'again' },
      { ...said('hi'), who: 'nobody' },
      { ...said('hi'), platform: 'slack' },
      said('hi', { files: [{ name: 'x', type: '', size: -1 }] }),
      said('hi', { files: Array.from({ length: 11 }, () => ({ name: 'x', type: '', size: 1 })) }),
    ])
      expect((await post(url, 'say', body)).status).toBe(400);
    expect((await post(url, 'say', said('hi', { who: 'nobody' }))).body.error).toBe('Nobody here is called nobody.');
    expect(desk.asked).toEqual([]);
  });

  it('words in another person’s chat, in a channel that is not there, and under a message that is gone', async () => {
    const { url } = await playground();
    expect((await post(url, 'say', said('hi', { conversation: 'dm/agent' }))).status).toBe(404);
    expect((await post(url, 'say', said('hi', { conversation: 'ch/#secret' }))).status).toBe(404);
    expect((await post(url, 'say', said('hi', { under: 'gone' }))).status).toBe(404);
    const press = { who: 'agent', platform: 'play-teams', origin: randomUUID(), on: 'gone', value: {} };
    expect((await post(url, 'press', press)).status).toBe(404);
  });

  it('nothing of a button it does not know, which is the desk’s to judge', async () => {
    const { url, desk } = await playground();
    await post(url, 'say', said('vpn'));
    const { id } = (await stateOf(url)).messages.find(({ author }) => author === 'desk')!;
    const press = { who: 'employee', platform: 'play-slack', on: id };
    for (const value of ['{"do":"drop-tables"}', 'not json', 7])
      expect((await post(url, 'press', { ...press, origin: randomUUID(), value })).status).toBe(200);
    expect(desk.asked.slice(1).map(({ asks }) => asks)).toEqual([
      { kind: 'command', command: { do: 'drop-tables' } },
      { kind: 'command', command: 'not json' },
      { kind: 'command', command: undefined },
    ]);
  });
});
