/** What agents see of the questions that were asked: the words and the answer, never who asked. */
import type { Card } from '../../src/card.js';
import { readPolicies } from '../../src/policies.js';
import { cardOf, labelsOf, openDesk, said, textOf, type OpenDesk } from '../kit/open-desk.js';
import { createDirectory, peoplePolicy, teamsPolicy } from '../../src/people.js';
import { readPolicy } from '../../src/policy.js';
import { discreet } from '../tickets/people.js';

const policies = readPolicies('policies');
const house = openDesk(undefined, { ...policies, directory: discreet });

const log = async (desk: OpenDesk) => cardOf(await desk.say('agent', 'questions'));
const turnTo = async (desk: OpenDesk, label: RegExp, card: Card) => cardOf(await desk.press('agent', label, card));

describe('the log of questions', () => {
  it('tells what was asked, what the answer was and how it ended, newest first', async () => {
    const desk = await house();
    await desk.press('employee', /That helped/, await desk.ask('employee', 'vpn keeps dropping'));
    await desk.pass(0.1);
    const none = await desk.ask('manager', 'the aquarium in the lobby leaks, says Emma Chen');
    await desk.submit('manager', await desk.pressForm('manager', /Open a ticket/, none));
    const text = textOf((await log(desk)).parts);
    const [aquarium, vpn] = text.split('\n').filter((line) => /^\W*Q-\d/.test(line));
    expect(aquarium).toMatch(/Q-2 .*the aquarium in the lobby leaks.* — no answer · became INC-1/);
    expect(vpn).toMatch(/Q-1 .*vpn keeps dropping — answered: VPN keeps disconnecting \(\d+ %\) · helped/);
    expect(text).not.toMatch(/Emma|Chen|Marco/);
    expect(text).toMatch(/1 answered at once, 0 offered a choice, 1 without an answer, 1 marked as helpful/);
  });

  it('is turned to the questions without an answer, and leafed through', async () => {
    const desk = await house();
    await desk.ask('employee', 'vpn keeps dropping');
    for (let number = 1; number <= 10; number++) {
      await desk.pass(0.01);
      await desk.ask('employee', `zebra aquarium ${number}`);
    }
    const unanswered = await turnTo(desk, /Without an answer/, await log(desk));
    expect(textOf(unanswered.parts)).toMatch(/aquarium 10[^]*aquarium 3/);
    expect(textOf(unanswered.parts)).not.toMatch(/aquarium 2|vpn/);
    const older = await turnTo(desk, /Earlier/, unanswered);
    expect(textOf(older.parts)).toMatch(/aquarium 2[^]*aquarium 1/);
    expect(textOf(older.parts)).not.toMatch(/aquarium 3|vpn/);
    expect(labelsOf(older)).not.toContain('Earlier');
    expect(textOf((await turnTo(desk, /All/, older)).parts)).toMatch(/aquarium 10/);
  });

  it('explains any of them to agents, and hides what became a confidential ticket', async () => {
    const desk = await house();
    await desk.ask('employee', 'vpn keeps dropping, Emma Chen says');
    const card = await desk.ask('employee', 'the aquarium was poisoned');
    await desk.submit('employee', await desk.pressForm('employee', /Open a ticket/, card));
    expect(said(await desk.say('agent', 'why Q-1'))).toMatch(/VPN keeps disconnecting — \d+ % sure/);
    expect(said(await desk.say('agent', 'why Q-1'))).not.toMatch(/Emma/);
    expect(said(await desk.say('agent', 'why Q-2'))).toMatch(/aquarium/);
    await desk.perform('agent', { do: 'move', ticket: 'INC-1', group: 'network', note: 'For them' });
    expect(textOf((await log(desk)).parts)).not.toMatch(/aquarium/);
    expect(said(await desk.say('agent', 'why Q-2'))).toMatch(/no question Q-2/);
    expect(said(await desk.say('agent', 'why Q-99'))).toMatch(/no question Q-99/);
  });

  const lists = async (desk: OpenDesk) => textOf((await log(desk)).parts);
  const opens = (desk: OpenDesk, who: string, title: string) =>
    desk.perform(who, { do: 'open-ticket', title, impact: 'low', urgency: 'medium' });
  const move = (desk: OpenDesk, ticket: string) =>
    desk.perform('agent', { do: 'move', ticket, group: 'network', note: 'For them' });

  it('hides what names a group that works in confidence, in either language, but from who asked it', async () => {
    const desk = await house();
    await desk.ask('employee', 'whom in the network team may I tell that the walrus bullies me');
    await desk.ask('manager', '请转告网络组：海象欺负我');
    await desk.ask('agent', 'is the network team told of my own walrus');
    expect(await lists(desk)).not.toMatch(/bullies|海象/);
    expect(await lists(desk)).toMatch(/my own walrus/);
    for (const id of ['Q-1', 'Q-2']) expect(said(await desk.say('agent', `why ${id}`))).toMatch(/no question/);
    expect(said(await desk.say('employee', 'why Q-1'))).toMatch(/walrus/);
  });

  it('hides what somebody asked about a confidential ticket that they opened by themselves', async () => {
    const desk = await house();
    await desk.ask('employee', 'the walrus in the lobby harasses me');
    await desk.ask('owner', 'the walrus in the lobby looks hungry');
    await desk.pass(4);
    await opens(desk, 'employee', 'A confidential matter');
    expect(await lists(desk)).toMatch(/harasses/);
    await move(desk, 'INC-1');
    expect(await lists(desk)).not.toMatch(/harasses/);
    expect(await lists(desk)).toMatch(/looks hungry/);
  });

  it('hides, for a month, what is like such a ticket, and no more of what that person asks', async () => {
    const desk = await house();
    await desk.ask('employee', 'my manager harasses me in the lobby');
    await desk.ask('employee', 'the printer is out of paper');
    await desk.pass(24 * 10);
    await opens(desk, 'employee', 'my manager harasses me in the lobby');
    await move(desk, 'INC-1');
    expect(await lists(desk)).not.toMatch(/harasses/);
    expect(await lists(desk)).toMatch(/out of paper/);
  });

  it('keeps it from the report to who looks after the knowledge too', async () => {
    const desk = await house();
    await desk.pass(1);
    await desk.ask('employee', 'who feeds the aquarium fish');
    await desk.ask('owner', 'the network team must hear of the walrus');
    await desk.pass(24 * 7 + 1);
    const report = (await desk.seen('@lead')).find(({ title }) => /without an answer/.test(title));
    expect(textOf(report!.parts)).toMatch(/aquarium/);
    expect(textOf(report!.parts)).not.toMatch(/walrus/);
  });

  it('is for agents', async () => {
    const desk = await house();
    await desk.ask('employee', 'vpn keeps dropping');
    for (const who of ['employee', 'manager', 'security'])
      expect(said(await desk.say(who, 'questions'))).toMatch(/Only agents can do this/);
  });
});

describe('somebody who is called an agent and works in no group', () => {
  const { people } = readPolicy('policies', 'people.yaml', peoplePolicy).value;
  const idle = { ...people.find(({ id }) => id === 'agent')!, id: 'idle', name: 'Ida Idle', email: 'idle@example.com' };
  const teams = readPolicy('policies', 'teams.yaml', teamsPolicy).value;
  const office = openDesk((all) => all.slice(0, 3), {
    ...policies,
    directory: createDirectory({ people: [...people, idle] }, teams),
  });

  it('reads nobody’s questions', async () => {
    const desk = await office();
    await desk.ask('employee', 'vpn keeps dropping');
    expect(said(await desk.say('idle', 'questions'))).toMatch(/Only agents can do this/);
    expect(said(await desk.say('idle', 'why Q-1'))).not.toMatch(/vpn keeps/);
  });
});
