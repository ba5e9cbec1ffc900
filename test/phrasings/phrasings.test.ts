/** What the desk learns from answers that helped, and who may stop it. */
import type { Card } from '../../src/card.js';
import type { CommandOf } from '../../src/language/command.js';
import { buttonOf, cardOf, labelsOf, openDesk, said, textOf, type OpenDesk } from '../kit/open-desk.js';

/** Enough to choose from, and quick to learn. */
const house = openDesk((all) => all.filter(({ pair }) => /^(vpn|wifi|printer|password|laptop)/.test(pair)));

/** Known to no article, so that only what is learned can bring it to one. */
const STRANGE = 'zorblax gadget keeps fizzing';

/** Brings a question to an article among three choices, as the desk would have offered them. */
async function chosen(desk: OpenDesk, who: string, words: string, scores: [number, number]): Promise<Card> {
  await desk.ask(who, words);
  return desk
    .offer(words, [
      { article: 'vpn-drops.en', confidence: 0.3, score: scores[0] },
      { article: 'wifi-office.en', confidence: 0.2, score: scores[1] },
    ])
    .then((question) => desk.choose(who, question, 'wifi-office.en'));
}

const answers = async (desk: OpenDesk, who: string, words: string) => (await desk.ask(who, words)).title;

describe('a confirmed question', () => {
  it('answers the next person when the article was near already', async () => {
    const desk = await house();
    const card = await chosen(desk, 'employee', STRANGE, [1, 0.7]);
    expect(await answers(desk, 'manager', STRANGE)).not.toBe(card.title);
    await desk.press('employee', /That helped/, card);
    expect(await answers(desk, 'manager', STRANGE)).toBe(card.title);
    expect(await answers(desk, 'manager', 'my zorblax gadget is fizzing')).toBe(card.title);
  });

  it('teaches nothing after one click when the article was far from the top', async () => {
    const desk = await house();
    const card = await chosen(desk, 'employee', STRANGE, [1, 0.3]);
    await desk.press('employee', /That helped/, card);
    await desk.press('employee', /That helped/, card);
    expect(await answers(desk, 'manager', STRANGE)).not.toBe(card.title);
  });

  it('teaches when a second person finds the same in nearly the same words', async () => {
    const desk = await house();
    const card = await chosen(desk, 'employee', STRANGE, [1, 0.3]);
    await desk.press('employee', /That helped/, card);
    const other = await chosen(desk, 'owner', 'Zorblax gadget is fizzing!', [1, 0.3]);
    await desk.press('owner', /That helped/, other);
    expect(await answers(desk, 'manager', STRANGE)).toBe(card.title);
  });

  it('is not taught with names and addresses of people', async () => {
    const desk = await house();
    const words = 'zorblax of Emma Chen fizzes, mail emma.chen@example.com';
    await desk.press('employee', /That helped/, await chosen(desk, 'employee', words, [1, 0.9]));
    const list = said(await desk.say('agent', 'learn'));
    expect(list).toMatch(/zorblax of … fizzes/);
    expect(list).not.toMatch(/Emma|Chen|example\.com/);
  });

  it('is kept over a restart and used by other processes, and forgotten when it is taken back', async () => {
    const desk = await house();
    const card = await chosen(desk, 'employee', STRANGE, [1, 0.9]);
    await desk.press('employee', /That helped/, card);
    const other = await house(undefined, desk);
    expect(await answers(other, 'manager', STRANGE)).toBe(card.title);
    expect(said(await desk.press('agent', /Take back/, await listed(desk)))).toMatch(/Forgotten/);
    expect(await answers(desk, 'manager', STRANGE)).not.toBe(card.title);
    await other.refresh();
    expect(await answers(other, 'manager', STRANGE)).not.toBe(card.title);
  });

  it('waits again when its article has become another, and is left alone when it is gone', async () => {
    const desk = await house();
    const card = await chosen(desk, 'employee', STRANGE, [1, 0.9]);
    await desk.press('employee', /That helped/, card);
    const renamed = await house(
      (all) => all.map((each) => (each.id === 'wifi-office.en' ? { ...each, title: 'Order a fish' } : each)),
      desk,
    );
    expect(await answers(renamed, 'manager', STRANGE)).not.toBe('Order a fish');
    expect(said(await renamed.say('agent', 'learn'))).toMatch(/Waiting for you[\s\S]*changed since/);
    const gone = await house((all) => all.filter(({ id }) => id !== 'wifi-office.en'), desk);
    expect(await answers(gone, 'manager', STRANGE)).not.toBe(card.title);
    expect(said(await gone.say('agent', 'learn'))).not.toMatch(/zorblax/);
  });
});

describe('what waits', () => {
  async function pending(): Promise<[OpenDesk, Card]> {
    const desk = await house();
    await desk.press('employee', /That helped/, await chosen(desk, 'employee', STRANGE, [1, 0.3]));
    return [desk, cardOf(await desk.say('agent', '学习'))];
  }

  it('is accepted by one of two agents, and the other is told by whom', async () => {
    const [desk, list] = await pending();
    expect(textOf(list.parts)).toMatch(/zorblax gadget keeps fizzing/);
    const both = await Promise.all([desk.press('agent', /Accept/, list), desk.press('agent2', /Reject/, list)]);
    const outcomes = both.map(said).join('\n');
    expect(outcomes).toMatch(/Learned|Not learned/);
    expect(outcomes).toMatch(/(was already learned|was already rejected): (Alex Weber|Bao Li)/);
  });

  it('answers once accepted; once rejected it is not proposed again', async () => {
    const [desk, list] = await pending();
    expect(said(await desk.press('agent', /Reject/, list))).toMatch(/Not learned/);
    const again = await chosen(desk, 'owner', STRANGE, [1, 0.3]);
    await desk.press('owner', /That helped/, again);
    expect(labelsOf(await listed(desk))).not.toContain('Accept');
    expect(await answers(desk, 'manager', STRANGE)).not.toBe(again.title);
  });

  it('is decided about as it was read: under another title of the article it is shown again', async () => {
    const [desk, list] = await pending();
    const renamed = await house(
      (all) => all.map((each) => (each.id === 'wifi-office.en' ? { ...each, title: 'Order a fish' } : each)),
      desk,
    );
    const reply = await renamed.perform('agent', buttonOf(list, /Accept/).does);
    expect(said(reply)).toMatch(/Nothing was decided[\s\S]*Order a fish/);
    const { read: _, ...old } = buttonOf(list, /Accept/).does as CommandOf<'decide-phrasing'>;
    expect(said(await desk.perform('agent', old))).toMatch(/Nothing was decided/);
    expect(said(await renamed.press('agent', /Accept/, cardOf(reply)))).toMatch(/Learned/);
  });

  it('is nothing that an employee can see or decide', async () => {
    const [desk, list] = await pending();
    expect(said(await desk.say('employee', 'learn'))).toMatch(/Only agents can do this/);
    expect(said(await desk.perform('employee', buttonOf(list, /Accept/).does))).toMatch(/Only agents can do this/);
  });
});

async function listed(desk: OpenDesk): Promise<Card> {
  return cardOf(await desk.say('agent', 'learn'));
}

describe('words for something that the desk does', () => {
  const words = 'yubikey dropped down a drain, what now';
  const understood = async (desk: OpenDesk, who: string) => {
    await desk.say(who, words);
    return said(await desk.say(who, 'why'));
  };

  it('wait for an agent when their offer was chosen, however many choose it, and are sure once accepted', async () => {
    const desk = await house();
    for (const who of ['employee', 'manager']) await desk.press(who, /Report it/, cardOf(await desk.say(who, words)));
    expect(await understood(desk, 'owner')).not.toMatch(/lost-device, 98 %/);

    const list = cardOf(await desk.say('agent', 'learn'));
    expect(textOf(list.parts)).toMatch(/yubikey dropped down a drain, what now” → lost-device/);
    await desk.press('agent', /^Accept$/, list);
    expect(await understood(desk, 'security')).toMatch(/lost-device, 98 %/);
  });

  it('are explained by the words that led to what was understood', async () => {
    expect(await understood(await house(), 'employee')).toMatch(/Understood as lost-device, \d+ % sure · .*\d\.\d\d/);
  });
});

describe('words that nobody understood', () => {
  it('wait for an agent when a ticket has grown out of them, and open one once accepted', async () => {
    const desk = await house();
    for (const who of ['employee', 'manager']) {
      const form = await desk.pressForm(who, /Open a ticket/, await desk.ask(who, STRANGE));
      await desk.submit(who, form);
    }
    await desk.say('owner', STRANGE);
    expect(said(await desk.say('owner', 'why'))).not.toMatch(/ticket-new, 98 %/);

    const list = await listed(desk);
    expect(textOf(list.parts)).toMatch(/zorblax gadget keeps fizzing” → ticket-new/);
    await desk.press('agent', /^Accept$/, list);
    await desk.say('security', STRANGE);
    expect(said(await desk.say('security', 'why'))).toMatch(/ticket-new, 98 %/);
  });

  it('wait for an agent when an article was chosen for them, however many choose it', async () => {
    const desk = await house();
    let card: Card | undefined;
    for (const who of ['employee', 'owner']) card = await chosen(desk, who, STRANGE, [1, 0.7]);
    expect(await answers(desk, 'manager', STRANGE)).not.toBe(card?.title);
    await desk.press('agent', /^Accept$/, await listed(desk));
    expect(await answers(desk, 'manager', STRANGE)).toBe(card?.title);
  });
});
