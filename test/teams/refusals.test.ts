/** What Teams refuses, loses or leaves open, and what the desk makes of it. */
import { Busy, Final, Uncertain, type Recipient } from '../../src/chat.js';
import type { Card } from '../../src/card.js';
import { startTeams, viewer, type TeamsDesk } from '../kit/teams-desk.js';
import { SHUT, type Failure } from '../kit/teams-fake.js';
import { linesOf, type Json } from '../kit/teams-rules.js';
import { until } from '../kit/until.js';

const card = (title: string): Card => ({ for: viewer, title, parts: [] });
const linesIn = (activity: Json) => linesOf((activity['attachments'] as { content: Json }[])[0]!.content);
const ada = { id: 'p-ada', name: 'Ada', email: 'ada@example.com' };
const PUT = /^PUT /;
const POST = /^POST .*\/activities/;

let desk: TeamsDesk;
beforeEach(async () => {
  desk = await startTeams();
  desk.fake.addPerson({ id: 'ada', email: ada.email });
  await desk.teams.install('ada');
});
afterEach(() => desk.close());

const account = () => `${desk.fake.tenantId}/aad-ada`;
const reach = (of = desk) => of.chat.reach({ person: { ...ada, account: account() } });
const adasChat = (): Recipient => `teams:${desk.fake.chatOf('ada')}`;
const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(() => 'nothing').catch((error: unknown) => error);
const posts = () => desk.fake.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/activities'));
const shown = () => desk.fake.messages.map(({ activity }) => linesIn(activity));

/** Moves the time of this process, which is real time otherwise. */
let ahead = 0;
beforeEach(() => {
  ahead = 0;
  const now = performance.now.bind(performance);
  performance.now = () => now() + ahead * 1000;
});
afterEach(() => void Reflect.deleteProperty(performance, 'now'));

describe('a chat that is closed to the desk', () => {
  test.each(Object.keys(SHUT))('by %s takes nothing more, and nobody is reached there', async (code) => {
    desk.fake.shut(desk.fake.chatOf('ada'), code);
    expect(await thrownBy(desk.chat.post(adasChat(), card('INC-1')))).toBeInstanceOf(Final);
    expect(posts()).toHaveLength(1);
    expect(await reach()).toBe('unreachable');
  });

  test('stays closed over a restart', async () => {
    desk.fake.shut(desk.fake.chatOf('ada'), 'ConversationBlockedByUser');
    await thrownBy(desk.chat.post(adasChat(), card('INC-1')));
    const again = await startTeams({ fake: desk.fake, kept: desk.kept });
    expect(await reach(again)).toBe('unreachable');
    await again.close();
  });

  test('is not taken for a way again because a team opens the same chat', async () => {
    await desk.teams.addToTeam('ada', desk.fake.addTeam('IT Desk'));
    desk.fake.shut(desk.fake.chatOf('ada'), 'BotNotInConversationRoster');
    await thrownBy(desk.chat.post(adasChat(), card('INC-1')));
    expect(await reach()).toBe('unreachable');
    expect(posts()).toHaveLength(1);
  });

  test.each([
    ['words', () => desk.teams.say('ada', 'hello')],
    ['an installation', () => desk.teams.install('ada')],
  ])('is open again when %s come from it', async (_, hear) => {
    desk.fake.shut(desk.fake.chatOf('ada'), 'ConversationBlockedByUser');
    await thrownBy(desk.chat.post(adasChat(), card('INC-1')));
    desk.fake.reopen(desk.fake.chatOf('ada'));
    await hear();
    expect(await reach()).toBe(adasChat());
    await desk.chat.post(adasChat(), card('INC-2'));
    expect(shown()).toEqual([['INC-2']]);
  });

  test('a channel is closed likewise, until somebody writes in it', async () => {
    const team = desk.fake.addTeam('IT Desk');
    await desk.teams.addToTeam('ada', team);
    desk.fake.shut(team.id, 'NotEnoughPermissions');
    const channel: Recipient = `teams:${team.id}`;
    expect(await thrownBy(desk.chat.post(channel, card('INC-1')))).toBeInstanceOf(Final);
    expect(await desk.chat.reach({ channel: 'IT Desk' })).toBe('unreachable');
    desk.fake.reopen(team.id);
    await desk.teams.say('ada', 'hello', { channel: team.id });
    expect(await desk.chat.reach({ channel: 'IT Desk' })).toBe(channel);
  });

  test('a channel that was deleted and made anew under its name is found', async () => {
    const old = desk.fake.addTeam('Support', ['IT Desk']).channels[1]!;
    await desk.teams.addToTeam('ada', { id: old.id.replace('-it desk', '') });
    const ref = await desk.chat.post(`teams:${old.id}`, card('INC-1'));
    desk.fake.shut(old.id, 'BotNotInConversationRoster');
    await desk.teams.addToTeam('ada', desk.fake.addTeam('Help', ['IT Desk']));
    expect(await desk.chat.reach({ channel: 'IT Desk' })).toBe('unreachable');
    expect(await desk.chat.update(ref, card('INC-1 claimed'))).toBe('lost');
    expect(await desk.chat.reach({ channel: 'IT Desk' })).toBe('teams:19:help-it desk@thread.tacv2');
  });

  test('a card in it is lost, so that a fresh one is tried elsewhere', async () => {
    const ref = await desk.chat.post(adasChat(), card('INC-1'));
    desk.fake.shut(desk.fake.chatOf('ada'), 'ConversationBlockedByUser');
    expect(await desk.chat.update(ref, card('INC-1 claimed'))).toBe('lost');
  });
});

test('a card that may not be changed is lost, and its chat goes on', async () => {
  const ref = await desk.chat.post(adasChat(), card('INC-1'));
  desk.fake.failOn(PUT, { status: 403, code: 'ServiceError', message: 'Unknown' });
  expect(await desk.chat.update(ref, card('INC-1 claimed'))).toBe('lost');
  expect(await reach()).toBe(adasChat());
});

describe('a conversation that Teams does not find', () => {
  const lost: Failure = { status: 404, code: 'ConversationNotFound', message: 'Conversation not found.' };

  test('for a moment is redrawn later: only a message that is not found is gone', async () => {
    const ref = await desk.chat.post(adasChat(), card('New'));
    desk.fake.failOn(PUT, lost, { times: 2 });
    expect(await thrownBy(desk.chat.update(ref, card('In work')))).toBeInstanceOf(Busy);
    expect(await thrownBy(desk.chat.update(ref, card('In work')))).toBeInstanceOf(Busy);
    expect(await desk.chat.update(ref, card('In work'))).toBe('drawn');
    desk.fake.messages.length = 0;
    expect(await desk.chat.update(ref, card('Resolved'))).toBe('gone');
  });

  test('for a moment is posted to later', async () => {
    desk.fake.failOn(POST, lost);
    expect(await thrownBy(desk.chat.post(adasChat(), card('INC-1')))).toBeInstanceOf(Busy);
    await desk.chat.post(adasChat(), card('INC-1'));
    expect(shown()).toEqual([['INC-1']]);
  });

  test('for longer is a person’s no more', async () => {
    desk.fake.failOn(POST, lost, { times: 9 });
    expect(await thrownBy(desk.chat.post(adasChat(), card('INC-1')))).toBeInstanceOf(Busy);
    ahead = 5;
    expect(await thrownBy(desk.chat.post(adasChat(), card('INC-1')))).toBeInstanceOf(Busy);
    ahead = 11;
    expect(await thrownBy(desk.chat.post(adasChat(), card('INC-1')))).toBeInstanceOf(Final);
    expect(await reach()).toBe('unreachable');
  });

  test('twice within a day is two moments', async () => {
    desk.fake.failOn(POST, lost, { times: 2 });
    expect(await thrownBy(desk.chat.post(adasChat(), card('INC-1')))).toBeInstanceOf(Busy);
    ahead = 8 * 3600;
    expect(await thrownBy(desk.chat.post(adasChat(), card('INC-1')))).toBeInstanceOf(Busy);
  });

  test('as a thread whose first message is gone closes the thread, not the channel', async () => {
    const team = desk.fake.addTeam('IT Desk');
    await desk.teams.addToTeam('ada', team);
    const head = await desk.chat.post(`teams:${team.id}`, card('INC-1'));
    desk.fake.failOn(POST, { status: 404, code: 'ActivityNotFoundInConversation' });
    expect(await thrownBy(desk.chat.post(head, card('a note')))).toBeInstanceOf(Final);
    expect(await desk.chat.reach({ channel: 'IT Desk' })).toBe(`teams:${team.id}`);
  });
});

describe('a page of HTML where Teams was to answer, though its status is 200,', () => {
  const shown200: Failure = { status: 200, html: true };

  test('is no redraw: it is tried again', async () => {
    const ref = await desk.chat.post(adasChat(), card('New'));
    desk.fake.failOn(PUT, shown200);
    expect(await thrownBy(desk.chat.update(ref, card('In work')))).toBeInstanceOf(Busy);
    expect(await desk.chat.update(ref, card('In work'))).toBe('drawn');
    expect(shown()).toEqual([['In work']]);
  });

  test('leaves it open whether a post arrived', async () => {
    desk.fake.failOn(POST, shown200);
    expect(await thrownBy(desk.chat.post(adasChat(), card('INC-1'), { mark: 'm' }))).toBeInstanceOf(Uncertain);
  });
});

describe('a post of which nobody knows whether it arrived', () => {
  test.each<[string, Failure, { taken: boolean }]>([
    ['that Teams answers with 500', { status: 500, code: 'ServiceError' }, { taken: false }],
    ['whose connection ends', 'silence', { taken: false }],
    ['that arrived, and whose connection ends', 'silence', { taken: true }],
  ])('%s is uncertain, and tried once', async (_, failure, how) => {
    desk.fake.failOn(POST, failure, how);
    expect(await thrownBy(desk.chat.post(adasChat(), card('INC-1'), { mark: 'm' }))).toBeInstanceOf(Uncertain);
    expect(posts()).toHaveLength(1);
  });

  test('is repeated once, and the repeat says that it may be one', async () => {
    const once = { mark: 'm', again: new Date('2026-11-23T09:00:00Z') };
    await desk.chat.post(adasChat(), card('INC-1'), once);
    expect(shown()).toEqual([['INC-1', expect.stringMatching(/may be a repeat/)]]);
  });

  test('in Chinese too', async () => {
    const once = { mark: 'm', again: new Date('2026-11-23T09:00:00Z') };
    await desk.chat.post(adasChat(), { ...card('INC-1'), for: { ...viewer, lang: 'zh' } }, once);
    expect(shown()[0]?.[1]).toMatch(/重复/);
  });

  test('and whose repeat is not known either is given up', async () => {
    const once = { mark: 'm', again: new Date('2026-11-23T09:00:00Z') };
    desk.fake.failOn(POST, 'silence');
    expect(await thrownBy(desk.chat.post(adasChat(), card('INC-1'), once))).toBeInstanceOf(Final);
    expect(await reach()).toBe(adasChat());
  });

  test('is not in doubt when Teams could not be reached at all', async () => {
    await desk.fake.close();
    // A connection that was open before may end under the first of them.
    const isBusy = async () => (await thrownBy(desk.chat.post(adasChat(), card('INC-1')))) instanceof Busy;
    await until(isBusy, 'a post is known not to have been sent');
  });
});

describe('not now is not no, whatever was asked:', () => {
  const failures: Failure[] = [
    { status: 429, headers: { 'retry-after': '3' } },
    { status: 412 },
    { status: 500 },
    { status: 502 },
    { status: 503 },
    { status: 504 },
    'silence',
  ];
  const asked: [string, RegExp, () => Promise<unknown>][] = [
    ['who somebody is', /\/members\//, () => desk.asked.at(-1)!.account.profile()],
    ['where to open a chat', /^POST .*\/conversations$/, () => reach()],
    ['whether a message can be redrawn', PUT, async () => desk.chat.update(`${adasChat()}/1`, card('x'))],
  ];
  const cases = asked.flatMap(([what, on, work]) => failures.map((failure) => [what, failure, on, work] as const));

  test.each(cases)('%s, answered %j', async (_, failure, on, work) => {
    await desk.teams.addToTeam('ada', desk.fake.addTeam('IT Desk'));
    await desk.teams.say('ada', 'hello');
    const away = desk.teams.envelope('ada', desk.fake.chatOf('ada'), { type: 'installationUpdate', action: 'remove' });
    await desk.teams.send(away);
    ahead = 100;
    desk.fake.failOn(on, failure, { times: 3 });
    expect(await thrownBy(work())).toBeInstanceOf(Busy);
  });

  test.each(failures.filter((_, index) => index % 3 === 0))(
    'which channels a team has, answered %j',
    async (failure) => {
      desk.fake.failOn(/\/teams\/v3\/teams\//, failure);
      await desk.teams.addToTeam('ada', desk.fake.addTeam('IT Desk', ['Approvals']));
      const found = async () => (await desk.chat.reach({ channel: 'Approvals' })) !== 'unreachable';
      await until(found, 'the channel is known');
      expect(await desk.chat.reach({ channel: 'Approvals' })).toBe('teams:19:it-desk-approvals@thread.tacv2');
    },
  );
});
