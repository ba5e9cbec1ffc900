/** What the desk posts of its own accord, and whom it can reach. */
import type { Card } from '../../src/card.js';
import { Busy, type Recipient } from '../../src/chat.js';
import { done } from '../../src/reply.js';
import { startTeams, viewer, type TeamsDesk } from '../kit/teams-desk.js';
import { linesOf, type Json } from '../kit/teams-rules.js';

const card = (title: string): Card => ({ for: viewer, title, parts: [] });
const cardOf = (activity: Json) => (activity['attachments'] as { content: Json }[])[0]!.content;
const titleOf = (activity: Json) => linesOf(cardOf(activity))[0];

let desk: TeamsDesk;
beforeEach(async () => {
  desk = await startTeams();
  desk.fake.addPerson({ id: 'ada', email: 'ada@example.com' });
});
afterEach(() => desk.close());

const posted = () => desk.fake.messages.map(({ activity }) => titleOf(activity));
const reached = async (whom: Parameters<TeamsDesk['chat']['reach']>[0]): Promise<Recipient> => {
  const found = await desk.chat.reach(whom);
  if (found === 'unreachable') throw new Error('nobody there');
  return found;
};
const ada = { id: 'p-ada', name: 'Ada', email: 'ada@example.com' };
const adasAccount = () => `${desk.fake.tenantId}/aad-ada`;
const inTeam = () => desk.teams.addToTeam('ada', desk.fake.addTeam('IT Desk', ['Approvals']));

describe('posting', () => {
  test('into a channel heads a thread; posting to that message replies in it', async () => {
    await inTeam();
    const first = await desk.chat.post(await reached({ channel: 'IT Desk' }), card('INC-1'));
    const second = await desk.chat.post(first, card('a reply'));
    await desk.chat.post(second, card('another'));
    const [root] = desk.fake.messages;
    expect(first).toBe(`teams:19:it-desk@thread.tacv2/${root?.id}`);
    expect(desk.fake.messages.map((message) => message.root)).toEqual([undefined, root?.id, root?.id]);
  });

  test('beneath a card in a private chat is simply the next message', async () => {
    await desk.teams.install('ada');
    const first = await desk.chat.post(await reached({ person: { ...ada, account: adasAccount() } }), card('INC-1'));
    await desk.chat.post(first, card('more'));
    expect(posted()).toEqual(['INC-1', 'more']);
    expect(desk.fake.messages.map(({ root }) => root)).toEqual([undefined, undefined]);
  });

  test('in a private chat goes to the chat, though an activity named a thread of it', async () => {
    const hello = desk.teams.message('ada', 'hi');
    const conversation = { ...(hello['conversation'] as Json), id: `${desk.fake.chatOf('ada')};messageid=17` };
    desk.answers(() => done(['Hello.']));
    await desk.teams.send({ ...hello, conversation });
    expect(desk.fake.calls.at(-1)?.path).toBe(
      `/teams/v3/conversations/${encodeURIComponent(desk.fake.chatOf('ada'))}/activities`,
    );
  });

  test('works where ids have slashes, as with local tools', async () => {
    const hello = {
      ...desk.teams.message('ada', 'hi'),
      conversation: { id: 'local/1', conversationType: 'personal', tenantId: desk.fake.tenantId },
    };
    await desk.teams.send(hello);
    await desk.chat
      .post(await reached({ person: { ...ada, account: adasAccount() } }), card('x'))
      .catch(() => undefined);
    expect(desk.fake.calls.at(-1)?.path).toBe('/teams/v3/conversations/local%2F1/activities');
  });

  test('is possible after a restart, from what was kept', async () => {
    await inTeam();
    const ref = await desk.chat.post(await reached({ channel: 'IT Desk' }), card('before'));
    const again = await startTeams({ fake: desk.fake, kept: desk.kept });
    await again.chat.update(ref, card('after'));
    await again.chat.post(ref, card('reply'));
    expect(posted()).toEqual(['after', 'reply']);
    await again.close();
  });

  test('shows in notifications as the title and status', async () => {
    await inTeam();
    await desk.chat.post(await reached({ channel: 'IT Desk' }), {
      ...card('INC-1'),
      status: { text: 'New', tone: 'info' },
    });
    expect(desk.fake.messages[0]?.activity['summary']).toBe('INC-1 · New');
  });

  test('mentions people whose account is known, where nothing can be read as markup', async () => {
    const other = await startTeams({
      fake: desk.fake,
      accountOf: (person) => (person === 'p-ada' ? adasAccount() : undefined),
    });
    await other.teams.addToTeam('ada', desk.fake.addTeam('IT Desk'));
    const parts = [
      { kind: 'text' as const, text: ['Assigned to ', { kind: 'person' as const, id: 'p-ada', name: 'Ada' }] },
    ];
    await other.chat.post((await other.chat.reach({ channel: 'IT Desk' })) as Recipient, { ...card('INC-1'), parts });
    expect(cardOf(desk.fake.messages[0]!.activity)['msteams']).toMatchObject({
      entities: [{ type: 'mention', text: '<at>Ada</at>', mentioned: { id: 'aad-ada', name: 'Ada' } }],
    });
    await other.close();
  });
});

describe('redrawing', () => {
  test('changes the message in place', async () => {
    await inTeam();
    const ref = await desk.chat.post(await reached({ channel: 'IT Desk' }), card('New'));
    const reply = await desk.chat.post(ref, card('in the thread'));
    await desk.chat.update(ref, card('Resolved'));
    await desk.chat.update(reply, card('redrawn in the thread'));
    expect(posted()).toEqual(['Resolved', 'redrawn in the thread']);
  });

  test('leaves a message that is gone alone', async () => {
    await inTeam();
    const ref = await desk.chat.post(await reached({ channel: 'IT Desk' }), card('New'));
    desk.fake.messages.length = 0;
    await expect(desk.chat.update(ref, card('Resolved'))).resolves.toBe('gone');
  });
});

describe('when Teams does not take it', () => {
  const post = async () => desk.chat.post(await reached({ channel: 'IT Desk' }), card('INC-1'));
  test.each([
    [{ status: 429, headers: { 'retry-after': '7' } }, 7],
    [{ status: 429 }, 2],
    [{ status: 412 }, 2],
    [{ status: 502 }, 2],
    [{ status: 503 }, 2],
    [{ status: 504 }, 2],
  ])('%j asks to wait, and is tried only once', async (failure, seconds) => {
    await inTeam();
    const before = desk.fake.calls.length;
    desk.fake.fail(failure);
    const error: unknown = await post().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Busy);
    expect((error as Busy).retryAfter).toBe(seconds);
    expect(desk.fake.calls.length - before).toBe(1);
    expect(posted()).toEqual([]);
  });

  test.each([[{ status: 500 }], [{ status: 403 }], ['silence' as const]])(
    '%j is an error that tells nothing of what was sent, and is tried only once',
    async (failure) => {
      await inTeam();
      const before = desk.fake.calls.length;
      desk.fake.fail(failure);
      const error: unknown = await post().catch((thrown: unknown) => thrown);
      expect(error).not.toBeInstanceOf(Busy);
      expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/INC-1|granted|Bearer/);
      expect(desk.fake.calls.length - before).toBe(1);
    },
  );

  test('a conversation that was never heard of is an error', async () => {
    await expect(desk.chat.post('teams:19:nowhere@thread.tacv2', card('x'))).rejects.toThrow(/not known/);
  });
});

describe('reaching a person', () => {
  test('who added the app, in their own chat', async () => {
    await desk.teams.install('ada');
    expect(await desk.chat.reach({ person: { ...ada, account: adasAccount() } })).toBe(
      `teams:${desk.fake.chatOf('ada')}`,
    );
  });

  test('of whom only the e-mail is known, if a team has them', async () => {
    expect(await desk.chat.reach({ person: ada })).toBe('unreachable');
    await inTeam();
    const found = await reached({ person: ada });
    await desk.chat.post(found, card('hello'));
    expect(desk.fake.messages[0]?.conversation).toBe(desk.fake.chatOf('ada'));
  });

  test('by e-mail never, where e-mails do not identify people', async () => {
    const other = await startTeams({
      fake: desk.fake,
      config: ({ appId, password, tenantId, cloud }) => ({
        mode: 'azure',
        type: 'SingleTenant',
        identity: 'none',
        appId,
        password,
        tenantId,
        cloud,
      }),
    });
    await other.teams.addToTeam('ada', desk.fake.addTeam('IT Desk'));
    expect(await other.chat.reach({ person: ada })).toBe('unreachable');
    expect(await other.chat.reach({ person: { ...ada, account: adasAccount() } })).toMatch(/^teams:a:/);
    await other.close();
  });

  test.each(['guest', 'anonymous'])('who is a %s with that e-mail never', async (role) => {
    desk.fake.addPerson({ id: 'mallory', email: 'boss@example.com', role });
    await inTeam();
    expect(await desk.chat.reach({ person: { id: 'boss', name: 'Boss', email: 'boss@example.com' } })).toBe(
      'unreachable',
    );
  });

  test('who removed the app goes through a team again', async () => {
    await desk.teams.install('ada');
    const removal = desk.teams.envelope('ada', desk.fake.chatOf('ada'), {
      type: 'installationUpdate',
      action: 'remove',
    });
    await desk.teams.send(removal);
    expect(await desk.chat.reach({ person: { ...ada, account: adasAccount() } })).toBe('unreachable');
  });
});

describe('reaching a channel', () => {
  test.each([
    ['the name of the team: its general channel', 'IT Desk', '19:it-desk@thread.tacv2'],
    ['any case', 'it desk', '19:it-desk@thread.tacv2'],
    ['team and channel', 'IT Desk/Approvals', '19:it-desk-approvals@thread.tacv2'],
    ['the name of the channel', 'Approvals', '19:it-desk-approvals@thread.tacv2'],
    ['its id', '19:it-desk-approvals@thread.tacv2', '19:it-desk-approvals@thread.tacv2'],
  ])('by %s', async (_, name, id) => {
    await inTeam();
    expect(await desk.chat.reach({ channel: name })).toBe(`teams:${id}`);
    await desk.chat.post(await reached({ channel: name }), card('x'));
    expect(desk.fake.messages[0]?.conversation).toBe(id);
  });

  test('by a name that two channels bear is refused rather than guessed', async () => {
    await inTeam();
    await desk.teams.addToTeam('ada', desk.fake.addTeam('Finance', ['Approvals']));
    expect(await desk.chat.reach({ channel: 'Approvals' })).toBe('unreachable');
    expect(await desk.chat.reach({ channel: 'Finance/Approvals' })).toBe('teams:19:finance-approvals@thread.tacv2');
  });

  test('of a team that was never announced is learnt from the first words in it', async () => {
    const team = desk.fake.addTeam('Old Team');
    await desk.teams.say('ada', 'hello', { channel: team.id });
    expect(await desk.chat.reach({ channel: 'Old Team' })).toBe(`teams:${team.id}`);
  });

  test('of a team that the app was removed from is no more', async () => {
    await inTeam();
    const gone = desk.teams.envelope('ada', '19:it-desk@thread.tacv2', {
      type: 'conversationUpdate',
      membersRemoved: [{ id: `28:${desk.fake.appId}` }],
    });
    await desk.teams.send(gone);
    expect(await desk.chat.reach({ channel: 'IT Desk/Approvals' })).toBe('unreachable');
  });
});

describe('the profile of an account', () => {
  const profileOf = async (role: string) => {
    desk.fake.addPerson({ id: 'zoe', name: 'Zoë', email: 'zoe@example.com', role });
    await desk.teams.say('zoe', 'hello');
    return desk.asked.at(-1)?.account.profile();
  };

  test('is what the roster and the client say', async () => {
    expect(await profileOf('user')).toEqual({
      name: 'Zoë',
      guest: false,
      email: 'zoe@example.com',
      locale: 'en-GB',
      zone: 'Europe/Berlin',
    });
  });

  test.each(['guest', 'anonymous'])('of a %s says so', async (role) => {
    expect(await profileOf(role)).toMatchObject({ guest: true });
  });
});
