/** Teams is answered in time whatever its own connector does, nothing is lost on the way, and nothing is said twice. */
import { Busy } from '../../src/chat.js';
import type { Card, Form } from '../../src/card.js';
import { card, done, form, refused } from '../../src/reply.js';
import { sharedRecords } from '../kit/teams-book.js';
import { startTeams, viewer, type TeamsDesk } from '../kit/teams-desk.js';
import { createFakeTeams, type FakeTeams } from '../kit/teams-fake.js';
import { linesOf, type Json } from '../kit/teams-rules.js';
import type { Delivered } from '../kit/teams-sender.js';
import { until } from '../kit/until.js';

const ticket: Card = { for: viewer, title: 'INC-1', parts: [] };
const resolve: Form = {
  for: viewer,
  title: 'Resolve INC-1',
  fields: [{ kind: 'line', name: 'summary', label: 'Summary', maxLength: 100 }],
  submit: 'Resolve',
  cancel: 'Cancel',
  draft: { do: 'resolve', ticket: 'INC-1' },
};
const claim = { deskhand: { command: { do: 'claim', ticket: 'INC-1' } } };

let fake: FakeTeams;
let desk: TeamsDesk;
let book: ReturnType<typeof sharedRecords>;
beforeEach(async () => {
  fake = await createFakeTeams();
  book = sharedRecords();
  desk = await startTeams({ fake, book: book.of('first') });
  for (const id of ['ada', 'bob', 'cid']) fake.addPerson({ id, email: `${id}@example.com` });
  for (const id of ['ada', 'bob']) await desk.teams.install(id);
  await desk.teams.addToTeam('ada', fake.addTeam('IT Desk'));
});
afterEach(async () => {
  await desk.close();
  await fake.close();
});

const CHANNEL = '19:it-desk@thread.tacv2';
const said = () =>
  fake.messages.map(({ activity }) => {
    const [attachment] = (activity['attachments'] ?? []) as { content: Json }[];
    return attachment ? linesOf(attachment.content)[0] : activity['text'];
  });
const timed = async <T>(work: Promise<T>): Promise<{ took: number; answer: T }> => {
  const began = performance.now();
  const answer = await work;
  return { took: performance.now() - began, answer };
};
const words = () => desk.teams.message('ada', 'vpn keeps dropping');
const chat = () => fake.chatOf('ada');
const press = (more: Json = {}) =>
  desk.teams.envelope('ada', chat(), {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { type: 'Action.Execute', verb: 'claim', data: claim }, trigger: 'manual' },
    replyToId: '1',
    ...more,
  });
const opening = () =>
  press({ name: 'task/fetch', value: { data: { deskhand: { command: { do: 'show-form', draft: resolve.draft } } } } });
const sending = (name: string) =>
  press({ name, value: { data: { deskhand: { draft: resolve.draft }, summary: 'new cable' } } });
/** Every kind of request that Teams makes. */
const requests: [string, () => Json][] = [
  ['words', words],
  ['words in a channel', () => desk.teams.message('ada', 'vpn keeps dropping', { channel: CHANNEL })],
  ['a press that comes as a message', () => ({ ...words(), text: undefined, value: claim })],
  [
    'an installation',
    () => desk.teams.envelope('cid', fake.chatOf('cid'), { type: 'installationUpdate', action: 'add' }),
  ],
  [
    'a change of a team',
    () => {
      fake.teams.get(CHANNEL)!.channels.push({ id: '19:new@thread.tacv2', name: 'New' });
      const added = desk.teams.envelope('ada', CHANNEL, { type: 'conversationUpdate' });
      return { ...added, channelData: { ...(added['channelData'] as Json), eventType: 'channelCreated' } };
    },
  ],
  ['a press', press],
  ['the opening of a form', opening],
  ['a form', () => sending('task/submit')],
  ['a form of the message extension', () => sending('composeExtension/submitAction')],
];

describe('within a second, though every call to Teams takes longer,', () => {
  test.each(requests)('%s: acknowledged, and answered when Teams lets the desk', async (_, request) => {
    desk.answers(() => card(ticket));
    fake.slow(1_500);
    const { took, answer } = await timed(desk.teams.send(request()));
    expect([answer.status, took < 1_000]).toEqual([200, true]);
    await until(() => book.waiting().length === 0, 'all that was kept is done');
    const isTold = desk.asked.length > 0 && !/"continue"/.test(JSON.stringify(answer.body));
    expect(said()).toEqual(isTold ? ['INC-1'] : []);
  });

  test('words of somebody whom only Teams can tell', async () => {
    desk.answers(async ({ account }) => done([`Hello ${(await account.profile()).name}`]));
    fake.slow(1_500);
    const { took } = await timed(desk.teams.send(words()));
    expect(took).toBeLessThan(1_000);
    await until(() => said()[0] === 'Hello ada', 'Ada is greeted');
  });
});

test('answers follow in the order of what was said, though the first takes longer', async () => {
  desk.answers(async ({ asks }) => {
    const first = asks.kind === 'words' && asks.words === 'first';
    if (first) await new Promise((resolve) => setTimeout(resolve, 300));
    return done([asks.kind === 'words' ? asks.words : '']);
  });
  await Promise.all([desk.teams.say('ada', 'first'), desk.teams.say('ada', 'second'), desk.teams.say('bob', 'other')]);
  await until(() => said().length === 3, 'all three are answered');
  expect(said().filter((each) => each !== 'other')).toEqual(['first', 'second']);
});

describe('when Teams asks the desk to wait before it can say who presses,', () => {
  test('a press is answered when that was short', async () => {
    let tries = 0;
    desk.answers(() => {
      if ((tries += 1) === 1) throw new Busy(0.5);
      return refused(['Bao has it.']);
    });
    expect((await desk.teams.send(press())).body).toMatchObject({ statusCode: 200, value: 'Bao has it.' });
  });

  test.each([
    ['a press', press, 'value'],
    ['the opening of a form', opening, 'task'],
    ['a form', () => sending('task/submit'), 'task'],
    ['a form of the message extension', () => sending('composeExtension/submitAction'), 'task'],
  ])('%s is told so when that is too long', async (_, request, where) => {
    desk.answers(() => {
      throw new Busy(30);
    });
    const { answer, took } = await timed(desk.teams.send(request()));
    expect(took).toBeLessThan(1_000);
    expect(JSON.stringify(answer.body?.[where])).toMatch(/asks the desk to wait.*30 seconds/);
    desk.answers(() => done(['Done.']));
    expect(JSON.stringify((await desk.teams.send(request())).body)).toMatch(/Done\./);
  });

  test.each([
    ['a press', press, 10_000],
    ['a form of the message extension', () => sending('composeExtension/submitAction'), 5_000],
  ])(
    'and does not answer at all: %s is told so in time',
    async (_, request, limit) => {
      desk.answers(async ({ account }) => done([(await account.profile()).name]));
      fake.failOn(/\/members\//, 'hang', { times: 9 });
      const from = { id: '29:aad-cid', aadObjectId: 'aad-cid', name: 'Cid' };
      const { answer, took } = await timed(desk.teams.send({ ...request(), from }));
      expect(took).toBeLessThan(limit - 1_000);
      expect(JSON.stringify(answer.body)).toMatch(/asks the desk to wait/);
    },
    15_000,
  );
});

describe('what can be neither kept nor done is not acknowledged:', () => {
  const away = (now: boolean) => {
    desk.storeIsAway(now);
    book.away(now);
  };
  /** Teams delivers again what was answered with an error; a press is told that something broke. */
  const isTaken = ({ status, body }: Delivered) =>
    status === 200 && !/Something broke/.test(JSON.stringify(body ?? ''));

  test.each(requests.filter(([what]) => what !== 'the opening of a form'))('%s', async (_, request) => {
    desk.answers(() => card(ticket));
    const activity = request();
    away(true);
    expect(isTaken(await desk.teams.send(activity))).toBe(false);
    away(false);
    expect(isTaken(await desk.teams.send(activity))).toBe(true);
  });

  test('words whose answer takes long', async () => {
    desk.answers(async () => {
      await new Promise((after) => setTimeout(after, 1_200));
      throw new Error('the store is away');
    });
    away(true);
    expect(await desk.teams.send(words())).toMatchObject({ status: 503 });
  });

  test('a press that the desk cannot save', async () => {
    desk.answers(() => {
      throw new Error('the store is away');
    });
    expect(isTaken(await desk.teams.send(press()))).toBe(false);
  });
});

describe('delivered again after the desk was started anew,', () => {
  const again = async (activity: Json) => {
    await desk.close();
    desk = await startTeams({ fake, kept: desk.kept, book: book.of('second') });
    desk.answers(() => card(ticket));
    return desk.teams.send(activity);
  };

  test.each([
    ['words', words, undefined],
    ['a press that comes as a message', () => ({ ...words(), text: undefined, value: claim }), undefined],
    ['a press', press, expect.objectContaining({ statusCode: 200 })],
  ])('%s: answered once', async (_, request, body: unknown) => {
    desk.answers(() => card(ticket));
    const activity = request();
    await desk.teams.send(activity);
    expect((await again(activity)).body).toEqual(body);
    expect(said()).toEqual(['INC-1']);
  });

  test('a form is known as the same, though Teams gives each sending another id', async () => {
    desk.answers(() => form(resolve));
    const opened = await desk.teams.send(opening());
    const { value } = opened.body!['task'] as { value: { card: { content: { actions: { data: Json }[] } } } };
    const { data } = value.card.content.actions[0]!;
    const filled = () => press({ name: 'task/submit', value: { data: { ...data, summary: 'new cable' } } });
    desk.answers(() => card(ticket));
    await desk.teams.send(filled());
    const [first] = desk.asked.slice(-1);
    await again(filled());
    expect(desk.asked.map(({ origin }) => origin)).toEqual([first!.origin]);
    expect(said()).toEqual(['INC-1']);
    await desk.teams.send(press({ name: 'task/submit', value: { data: { ...data, summary: 'another' } } }));
    expect(desk.asked.at(-1)!.origin).not.toBe(first!.origin);
    await desk.teams.send({ ...filled(), from: { id: '29:aad-bob', aadObjectId: 'aad-bob' } });
    expect(desk.asked.at(-1)!.origin).not.toBe(first!.origin);
  });
});

describe('acknowledged, and then the desk is gone:', () => {
  test.each([
    ['words', words],
    ['a press', press],
    ['a form', () => sending('task/submit')],
  ])('%s: answered by the next one, once', async (_, request) => {
    desk.answers(() => card(ticket));
    fake.failOn(/./, { status: 503, headers: { 'retry-after': '60' } }, { times: 99 });
    expect(await desk.teams.send(request())).toMatchObject({ status: 200 });
    const second = book.of('second');
    const left = await second.takeOver();
    expect(left).toHaveLength(1);
    fake.heal();
    const next = await startTeams({ fake, kept: desk.kept, book: second });
    next.answers(() => card(ticket));
    await next.adapter.replay!(left[0]!.body);
    await next.adapter.replay!(left[0]!.body);
    expect(said()).toEqual(['INC-1']);
    expect(next.asked.map(({ origin }) => origin)).toEqual([desk.asked[0]!.origin]);
    await next.close();
  });
});

describe('stopping, while Teams does not answer,', () => {
  test.each([
    ['where to post', /activities/, (of: TeamsDesk) => of.answers(() => card(ticket))],
    [
      'who somebody is',
      /members/,
      (of: TeamsDesk) => of.answers(async ({ account }) => done([(await account.profile()).name])),
    ],
  ])('%s: takes seconds, and keeps what was acknowledged', async (_, on, answering) => {
    fake.failOn(on, 'hang', { times: 99 });
    answering(desk);
    const from = { id: '29:aad-cid', aadObjectId: 'aad-cid', name: 'Cid' };
    expect(await desk.teams.send({ ...words(), from })).toMatchObject({ status: 200 });
    const { took } = await timed(desk.adapter.stop());
    expect(took).toBeLessThan(4_000);
    expect(book.waiting()).toHaveLength(1);
    const posting = desk.chat.post(`teams:${chat()}`, ticket).then(
      () => 'posted',
      () => 'refused',
    );
    expect(await posting).toBe('refused');
  });
});
