/** What people in Teams do, what the desk is asked, and what they are shown. */
import { bold, link, type Card, type Form } from '../../src/card.js';
import { card, done, form, openly, refused, type Reply } from '../../src/reply.js';
import type { Driver } from '../kit/driver.js';
import { startTeams, viewer, type TeamsDesk } from '../kit/teams-desk.js';
import { createTeamsDriver } from '../kit/teams-driver.js';
import { until } from '../kit/until.js';

let desk: TeamsDesk;
let people: Driver;
beforeEach(async () => {
  desk = await startTeams();
  people = await createTeamsDriver({
    url: desk.url,
    fake: desk.fake,
    people: {
      ada: { aad: 'aad-ada', email: 'ada@example.com', name: 'Ada' },
      bob: { aad: 'aad-bob', email: 'bob@example.com' },
    },
    channels: { it: 'IT Desk' },
  });
});
afterEach(async () => {
  expect(desk.fake.refused).toEqual([]);
  await desk.close();
});

const ticket: Card = {
  for: viewer,
  title: 'INC-1 VPN keeps dropping',
  status: { text: 'New', tone: 'info' },
  parts: [
    { kind: 'text', text: ['Opened by ', { kind: 'person', id: 'ada', name: 'Ada' }] },
    {
      kind: 'buttons',
      buttons: [
        { label: 'Claim', tone: 'primary', does: { do: 'claim', ticket: 'INC-1' } },
        { label: 'Resolve', does: { do: 'show-form', draft: { do: 'resolve', ticket: 'INC-1' } } },
        {
          label: 'Withdraw',
          tone: 'danger',
          does: { do: 'withdraw', subject: 'REQ-1' },
          confirm: { title: 'Withdraw?', text: 'It cannot be asked for again.', yes: 'Yes, withdraw', no: 'Keep' },
        },
      ],
    },
  ],
};

const resolveForm: Form = {
  for: viewer,
  title: 'Resolve INC-1',
  intro: ['What was done?'],
  fields: [
    { kind: 'paragraph', name: 'summary', label: 'Summary', maxLength: 3000, value: 'rebooted' },
    {
      kind: 'choice',
      name: 'impact',
      label: 'Impact',
      choices: [
        { value: 'low', label: 'Low' },
        { value: 'high', label: 'High' },
      ],
    },
    { kind: 'moment', name: 'starts', label: 'Starts', value: '2026-11-24T09:30' },
  ],
  submit: 'Resolve',
  cancel: 'Cancel',
  draft: { do: 'resolve', ticket: 'INC-1' },
};

const inTheirChat = async (who: string) => (await people.chat(who)).map(({ title }) => title);
const theChannel = async () => {
  const found = await desk.chat.reach({ channel: 'IT Desk' });
  if (found === 'unreachable') throw new Error('the channel is not known');
  return found;
};
const theTicketInTheChannel = async () => {
  await desk.chat.post(await theChannel(), ticket);
  const [posted] = await people.channel('it');
  if (!posted) throw new Error('nothing was posted');
  return posted;
};

describe('words', () => {
  test('in a private chat are a request of the account, answered with a card there', async () => {
    desk.answers(() => card(ticket));
    expect(await people.say('ada', 'vpn keeps dropping')).toEqual({ notes: [] });
    expect(desk.asked).toHaveLength(1);
    expect(desk.asked[0]).toMatchObject({
      account: { platform: 'teams', id: `${desk.fake.tenantId}/aad-ada` },
      place: { platform: 'teams', private: true, mentioned: false },
      asks: { kind: 'words', words: 'vpn keeps dropping' },
    });
    expect(desk.asked[0]?.place.thread).toBeUndefined();
    expect(await people.chat('ada')).toEqual([
      expect.objectContaining({
        title: 'INC-1 VPN keeps dropping',
        text: 'INC-1 VPN keeps dropping\nNew\nOpened by Ada',
        buttons: ['Claim', 'Resolve', 'Withdraw'],
      }),
    ]);
  });

  test('in a channel are heard when the desk is mentioned, without the mention, and answered in their thread', async () => {
    desk.answers(() => openly(ticket));
    const [team] = desk.fake.teams.values();
    await desk.teams.say('ada', 'vpn keeps dropping', { channel: team?.id ?? '' });
    expect(desk.asked[0]).toMatchObject({
      place: {
        private: false,
        mentioned: true,
        thread: expect.stringMatching(/^teams:19:it-desk@thread\.tacv2\/\d+$/),
      },
      asks: { kind: 'words', words: 'vpn keeps dropping' },
    });
    const [answer] = desk.fake.messages;
    expect(desk.asked[0]?.place.thread).toBe(`teams:${answer?.conversation}/${answer?.root}`);
  });

  test('in a channel that do not mention the desk are told as such: whether they are its own, it knows', async () => {
    const [team] = desk.fake.teams.values();
    const heard = desk.teams.message('ada', 'lunch?', { channel: team?.id ?? '' });
    await desk.teams.send({ ...heard, text: 'lunch?', entities: [] });
    expect(desk.asked.map(({ place }) => place)).toMatchObject([
      { private: false, mentioned: false, channel: `teams:${team?.id}` },
    ]);
  });

  test.each<[string, Reply]>([
    ['a card', card(ticket)],
    ['a refusal', refused(['Only HR reads INC-7.'])],
    ['a note', done(['INC-7 is noted.'])],
    ['a form', form(resolveForm)],
  ])('of somebody in a channel whom the desk may not write to alone: %s stays out of the channel', async (_, reply) => {
    const [team] = desk.fake.teams.values();
    desk.answers(() => reply);
    desk.fake.addPerson({ id: 'cid', email: 'cid@example.com' });
    desk.fake.strangers.add('cid');
    await desk.teams.say('cid', 'show INC-7', { channel: team?.id ?? '' });
    const posted = desk.fake.messages.map(({ activity }) => activity);
    expect(desk.fake.refused.splice(0)).toEqual([expect.stringMatching(/403 .*BotNotInConversationRoster/)]);
    expect(posted).toEqual([
      expect.objectContaining({ text: expect.stringMatching(/Add the Deskhand app/) as string }),
    ]);
    expect(JSON.stringify(posted)).not.toMatch(/INC-[17]/);
  });

  test('under a card that the desk posted name that card as their thread', async () => {
    const posted = await theTicketInTheChannel();
    await people.say('bob', 'looking', posted);
    expect(desk.asked[0]?.place.thread).toBe(`teams:19:it-desk@thread.tacv2/${posted.id}`);
  });

  test('get a note as plain text, with the address of a link written out', async () => {
    desk.answers(() => done(['Saved as ', bold('INC-1'), ', see ', link('the guide', 'https://example.com/guide')]));
    expect(await people.say('ada', 'x')).toEqual({
      notes: ['Saved as INC-1, see the guide (https://example.com/guide)'],
    });
    expect(desk.fake.messages.at(-1)?.activity).toMatchObject({ textFormat: 'plain' });
  });

  test('in a channel get a note for the actor alone in their own chat', async () => {
    desk.answers(() => refused(['Only agents may do that.']));
    const [team] = desk.fake.teams.values();
    await desk.teams.say('bob', 'INC-1 claim', { channel: team?.id ?? '' });
    expect(desk.fake.messages.map(({ conversation, activity }) => [conversation, activity['text']])).toEqual([
      [desk.fake.chatOf('bob'), 'Only agents may do that.'],
    ]);
  });

  test('in a channel that ask for what is theirs alone get the card in their own chat', async () => {
    desk.answers(() => card(ticket));
    const [team] = desk.fake.teams.values();
    await desk.teams.say('bob', 'show INC-1', { channel: team?.id ?? '' });
    expect(desk.fake.messages.map(({ conversation }) => conversation)).toEqual([desk.fake.chatOf('bob')]);
  });

  test('that lead to a form get a button that opens it', async () => {
    desk.answers(() => form(resolveForm));
    await people.say('ada', 'INC-1 resolve');
    const [opener] = await people.chat('ada');
    expect(opener).toMatchObject({ title: 'Resolve INC-1', buttons: ['Open the form'] });
    const { form: shown } = await people.press('ada', 'Open the form', opener!);
    expect(desk.asked.at(-1)?.asks).toEqual({
      kind: 'command',
      command: { do: 'show-form', draft: resolveForm.draft },
    });
    expect(shown?.title).toBe('Resolve INC-1');
  });
});

describe('a button', () => {
  const pressing = async (label: string, reply: Reply, who = 'bob') => {
    const posted = await theTicketInTheChannel();
    desk.answers(() => reply);
    return people.press(who, label, posted);
  };

  test('gives the command it carries, from the thread of its card', async () => {
    const posted = await theTicketInTheChannel();
    expect(await people.press('bob', 'Claim', posted)).toEqual({ notes: [] });
    expect(desk.asked[0]).toMatchObject({
      account: { id: `${desk.fake.tenantId}/aad-bob` },
      asks: { kind: 'command', command: { do: 'claim', ticket: 'INC-1' } },
      place: { private: false, thread: `teams:19:it-desk@thread.tacv2/${posted.id}` },
    });
  });

  test('in a private chat names its card as the thread', async () => {
    desk.answers(() => card(ticket));
    await people.say('ada', 'x');
    const [own] = await people.chat('ada');
    await people.press('ada', 'Claim', own!);
    expect(desk.asked.at(-1)?.place).toMatchObject({
      private: true,
      thread: `teams:${desk.fake.chatOf('ada')}/${own?.id}`,
    });
  });

  test('is answered with a note or a refusal for the actor alone', async () => {
    expect(await pressing('Claim', done(['It is yours.']))).toEqual({ notes: ['It is yours.'] });
    expect(await pressing('Claim', refused(['Bao has it.']))).toEqual({ notes: ['Bao has it.'] });
  });

  test('whose answer is a card gets it in the own chat of the actor, and the card in the channel stays', async () => {
    await pressing('Claim', card({ ...ticket, title: 'For Bob' }));
    expect(await inTheirChat('bob')).toEqual(['For Bob']);
    expect((await people.channel('it')).map(({ title }) => title)).toEqual([ticket.title]);
  });

  test('asks first where it should', async () => {
    await pressing('Withdraw', done());
    expect(desk.asked[0]?.asks).toEqual({ kind: 'command', command: { do: 'withdraw', subject: 'REQ-1' } });
  });

  test('works where Action.Execute is not known: the fallback sends the same command as a message', async () => {
    const posted = await theTicketInTheChannel();
    const data = { deskhand: { command: { do: 'claim', ticket: 'INC-1' } } };
    const conversation = `19:it-desk@thread.tacv2;messageid=${posted.id}`;
    await desk.teams.press('bob', { type: 'Action.Submit', data }, { conversation, id: posted.id });
    expect(desk.asked[0]).toMatchObject({
      asks: { kind: 'command', command: { do: 'claim', ticket: 'INC-1' } },
      place: { thread: `teams:19:it-desk@thread.tacv2/${posted.id}` },
    });
  });

  test('of somebody else’s making is handed on as it is, for the desk to refuse', async () => {
    const posted = await theTicketInTheChannel();
    const action = { type: 'Action.Execute', title: 'x', verb: 'x', data: { evil: true } };
    await desk.teams.press('bob', action, { conversation: desk.fake.chatOf('bob'), id: posted.id });
    expect(desk.asked[0]?.asks).toEqual({ kind: 'command', command: { evil: true } });
  });
});

describe('a form', () => {
  const open = async () => {
    const posted = await theTicketInTheChannel();
    desk.answers(() => form(resolveForm));
    const { form: shown } = await people.press('bob', 'Resolve', posted);
    if (!shown) throw new Error('no form was shown');
    return shown;
  };

  test('opens as a dialog with its values', async () => {
    expect(await open()).toMatchObject({
      title: 'Resolve INC-1',
      fields: [
        { name: 'summary', label: 'Summary', value: 'rebooted' },
        {
          name: 'impact',
          label: 'Impact',
          value: '',
          choices: [
            { value: 'low', label: 'Low' },
            { value: 'high', label: 'High' },
          ],
        },
        { name: 'starts', label: 'Starts', value: '2026-11-24T09:30' },
      ],
    });
  });

  test('sends its draft and what was filled in', async () => {
    const shown = await open();
    desk.answers(() => done(['Resolved.']));
    const values = { summary: 'new cable', impact: 'low', starts: '2026-12-01T08:00' };
    expect(await people.submit('bob', shown, values)).toEqual({ notes: ['Resolved.'] });
    expect(desk.asked.at(-1)?.asks).toEqual({ kind: 'submission', draft: resolveForm.draft, values });
  });

  test('closes without a word when the redrawn cards say it all', async () => {
    const shown = await open();
    desk.answers(() => done());
    expect(await people.submit('bob', shown, {})).toEqual({ notes: [] });
  });

  test('comes back with what was typed and what is wrong beside each field', async () => {
    const shown = await open();
    const fields = resolveForm.fields.map((field) => ({ ...field, value: field.name === 'summary' ? 'no' : 'low' }));
    desk.answers(() => ({
      kind: 'invalid',
      problems: [
        { field: 'summary', message: 'Say more.' },
        { field: 'starts', message: 'That is past.' },
      ],
      form: {
        ...resolveForm,
        fields: [fields[0]!, fields[1]!, { ...resolveForm.fields[2]!, value: '2020-01-01T00:00' }],
      },
    }));
    const again = await people.submit('bob', shown, { summary: 'no', impact: 'low' });
    expect(again.problems).toEqual({ summary: 'Say more.', starts: 'That is past.' });
    expect(again.form?.fields.map(({ value }) => value)).toEqual(['no', 'low', '2020-01-01T00:00']);
  });

  test('whose answer is a card gets it in the own chat of the actor', async () => {
    const shown = await open();
    desk.answers(() => card({ ...ticket, title: 'For Bob' }));
    expect(await people.submit('bob', shown, {})).toEqual({ notes: [] });
    expect(await inTheirChat('bob')).toEqual(['For Bob']);
  });

  test('that may not be opened says why', async () => {
    const posted = await theTicketInTheChannel();
    desk.answers(() => refused(['Only agents may do that.']));
    expect(await people.press('ada', 'Resolve', posted)).toEqual({ notes: ['Only agents may do that.'] });
  });
});

describe('the same activity delivered again', () => {
  test('after a restart has the same origin', async () => {
    const written = desk.teams.message('ada', 'hello');
    await desk.teams.send(written);
    const again = await startTeams({ fake: desk.fake, kept: desk.kept });
    await again.teams.send(written);
    expect(again.asked[0]?.origin).toBe(desk.asked[0]?.origin);
    await again.close();
  });

  test('while it is answered is one request with one answer', async () => {
    desk.answers(() => card(ticket));
    const written = desk.teams.message('ada', 'hello');
    await Promise.all([desk.teams.send(written), desk.teams.send(written)]);
    await desk.teams.send(written);
    expect([desk.asked.length, await inTheirChat('ada')]).toEqual([1, [ticket.title]]);
  });

  test('without an id is known by what stays the same', async () => {
    const invoke = (command: object) => ({
      ...desk.teams.envelope('ada', desk.fake.chatOf('ada'), { type: 'invoke', name: 'adaptiveCard/action' }),
      id: undefined,
      value: { action: { type: 'Action.Execute', data: { deskhand: { command } } } },
    });
    await desk.teams.send(invoke({ do: 'help' }));
    await desk.teams.send(invoke({ do: 'help' }));
    await desk.teams.send(invoke({ do: 'list-mine' }));
    expect(desk.asked.map(({ asks }) => asks)).toMatchObject([
      { command: { do: 'help' } },
      { command: { do: 'list-mine' } },
    ]);
  });
});

describe('when something breaks', () => {
  const breaking = () => {
    throw new Error('ada@example.com said: my password is hunter2');
  };

  test('the person gets a reference, Teams a 200, and the log neither words nor addresses', async () => {
    desk.answers(breaking);
    const shown = await people.say('ada', 'hello');
    expect(shown.notes).toEqual([expect.stringMatching(/^Something broke on our side.* reference [0-9a-f]{8}\.$/)]);
    const reference = /[0-9a-f]{8}(?=\.$)/.exec(shown.notes[0] ?? '')?.[0] ?? 'none';
    expect(desk.logged.filter((line) => line.includes(reference))).toHaveLength(1);
    expect(desk.logged.join('')).not.toMatch(/hunter2|ada@example|granted-|Bearer/);
  });

  test('a button says it in the answer', async () => {
    const posted = await theTicketInTheChannel();
    desk.answers(breaking);
    expect((await people.press('bob', 'Claim', posted)).notes[0]).toMatch(/^Something broke/);
    expect((await people.press('bob', 'Resolve', posted)).notes[0]).toMatch(/^Something broke/);
  });

  test('the same request can be made again', async () => {
    const written = desk.teams.message('ada', 'hello');
    desk.answers(breaking);
    await desk.teams.send(written);
    desk.answers(() => card(ticket));
    await desk.teams.send(written);
    expect(await inTheirChat('ada')).toEqual([ticket.title]);
  });

  test('an answer that Teams asks to send later is sent later', async () => {
    desk.answers(() => card(ticket));
    desk.fake.fail({ status: 429, headers: { 'retry-after': '1' } });
    await people.say('ada', 'hello');
    await until(async () => (await inTheirChat('ada')).length > 0, 'Ada is answered');
    expect(await inTheirChat('ada')).toEqual([ticket.title]);
  });
});

test('stopping waits for what was taken in, and takes nothing new', async () => {
  let finish = () => {};
  const working = new Promise<void>((resolve) => (finish = resolve));
  let begun = () => {};
  const taken = new Promise<void>((resolve) => (begun = resolve));
  desk.answers(async () => {
    begun();
    await working;
    return card(ticket);
  });
  const said = desk.teams.say('ada', 'hello');
  await taken;
  const stopped = desk.adapter.stop().then(() => 'stopped');
  expect(await desk.teams.say('ada', 'too late')).toMatchObject({ status: 503 });
  expect(await Promise.race([stopped, Promise.resolve('waiting')])).toBe('waiting');
  finish();
  expect(await stopped).toBe('stopped');
  expect(await said).toMatchObject({ status: 200 });
  expect(await inTheirChat('ada')).toEqual([ticket.title]);
});
