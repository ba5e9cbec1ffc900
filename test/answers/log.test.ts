/** What agents see of the questions that were asked: the words and the answer, never who asked. */
import type { Card } from '../../src/card.js';
import { readPolicies } from '../../src/policies.js';
import { cardOf, labelsOf, openHouse, said, textOf, type House } from '../learning/house.js';
import { discreet } from '../tickets/people.js';

const house = openHouse(undefined, { ...readPolicies('policies'), directory: discreet });

const log = async (desk: House) => cardOf(await desk.say('agent', 'questions'));
const turnTo = async (desk: House, label: RegExp, card: Card) => cardOf(await desk.press('agent', label, card));

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
    expect(text).toMatch(/1 answered at once, 0 offered a choice, 1 without an answer; 1 said that it helped/);
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

  it('is for agents', async () => {
    const desk = await house();
    await desk.ask('employee', 'vpn keeps dropping');
    for (const who of ['employee', 'manager', 'security'])
      expect(said(await desk.say(who, 'questions'))).toMatch(/need the role agent/);
  });
});
