/** The program before Teams, killed between hearing and answering: what it acknowledged is answered, and once. */
import { staff } from '../kit/staff.js';
import { createFakeTeams, type FakeTeams } from '../kit/teams-fake.js';
import { buttonsOf, linesOf, type Json } from '../kit/teams-rules.js';
import { createTeamsSender } from '../kit/teams-sender.js';
import { until } from '../kit/until.js';
import { openHome, type Home, type Program } from './program.js';

let home: Home;
let fake: FakeTeams;
beforeEach(async () => {
  home = await openHome();
  fake = await createFakeTeams();
  for (const { id, name, email } of staff) fake.addPerson({ id, name, email });
});
afterEach(async () => {
  await home.close();
  await fake.close();
});

const start = (): Program =>
  home.start({
    MicrosoftAppId: fake.appId,
    MicrosoftAppPassword: fake.password,
    MicrosoftAppTenantId: fake.tenantId,
    ...fake.cloud,
  });
const senderTo = async (program: Program) => createTeamsSender({ url: await program.ready, fake });
const cards = () =>
  fake.messages.flatMap(({ activity, id }) => {
    const [attachment] = (activity['attachments'] ?? []) as { content: Json }[];
    return attachment ? [{ id, card: attachment.content, title: linesOf(attachment.content)[0] ?? '' }] : [];
  });
const answers = () => cards().filter(({ title }) => /VPN/.test(title));
const isWaiting = { status: 503, headers: { 'retry-after': '60' } };

test('a question that was acknowledged and not answered is answered by the next process, once', async () => {
  const first = start();
  const sender = await senderTo(first);
  await sender.install('employee');
  fake.failOn(/activities/, isWaiting, { times: 999 });
  const question = sender.message('employee', 'vpn keeps dropping');
  const began = performance.now();
  expect(await sender.send(question)).toMatchObject({ status: 200 });
  expect(performance.now() - began).toBeLessThan(1_500);
  await first.end('SIGKILL');
  expect(answers()).toEqual([]);

  fake.heal();
  const second = start();
  const again = await senderTo(second);
  await until(() => answers().length > 0, 'the question is answered');
  expect(await again.send(question)).toMatchObject({ status: 200 });
  await second.end('SIGKILL');

  const third = await senderTo(start());
  expect(await third.send(question)).toMatchObject({ status: 200 });
  expect(answers()).toHaveLength(1);
}, 60_000);

test('a form whose answer never came is one ticket, however often the person sends it', async () => {
  const first = start();
  const sender = await senderTo(first);
  await sender.install('employee');
  await sender.say('employee', 'vpn keeps dropping');
  await until(() => answers().length > 0, 'the question is answered');
  const { card, id } = answers()[0]!;
  const on = { conversation: fake.chatOf('employee'), id };
  const opening = buttonsOf(card).find(({ title }) => title === 'Open a ticket')!;
  const { body } = await sender.press('employee', opening, on);
  const { content } = (body!['task'] as { value: { card: { content: Json } } }).value.card;
  const [send] = buttonsOf(content);
  const filled = {
    ...(send!['data'] as Json),
    title: 'vpn keeps dropping',
    impact: 'low',
    urgency: 'low',
    category: 'network',
  };
  await sender.submit('employee', filled, on);
  await first.end('SIGKILL');

  const again = await senderTo(start());
  await again.submit('employee', filled, on);
  await again.say('employee', 'mine');
  await until(() => cards().some(({ card: each }) => /INC-1/.test(linesOf(each).join())), 'the ticket is listed');
  expect(cards().filter(({ card: each }) => /INC-2/.test(linesOf(each).join()))).toEqual([]);
}, 60_000);

test('the program ends in order within seconds, though Teams does not answer', async () => {
  const program = start();
  const sender = await senderTo(program);
  await sender.install('employee');
  fake.failOn(/activities/, 'hang', { times: 999 });
  await sender.say('employee', 'vpn keeps dropping');
  const began = performance.now();
  expect(await program.end('SIGTERM')).toBe(0);
  expect(performance.now() - began).toBeLessThan(8_000);
  fake.heal();
  await start().ready;
  await until(() => answers().length > 0, 'the question is answered');
  expect(answers()).toHaveLength(1);
}, 60_000);
