/** From what people asked in vain, or what agents solved, to an article that answers. */
import type { Card } from '../../src/card.js';
import { buttonOf, cardOf, labelsOf, openDesk, said, textOf, type OpenDesk } from '../kit/open-desk.js';

/** Enough to choose from, and quick to learn. */
const house = openDesk((all) => all.filter(({ pair }) => /^(vpn|wifi|printer|password|laptop)/.test(pair)));

const body = 'The fish tank is fed by its timer.\n\n1. Open the lid.\n2. Turn the timer.';
const last = async (desk: OpenDesk, where: string, title: RegExp): Promise<Card> => {
  const found = (await desk.seen(where)).findLast((card) => title.test(card.title));
  if (!found) throw new Error(`${where} sees no ${String(title)}`);
  return found;
};
const values = (form: { fields: readonly { name: string; value?: string }[] }) =>
  Object.fromEntries(form.fields.map(({ name, value }) => [name, value]));

async function written(desk: OpenDesk, who = 'agent'): Promise<Card> {
  const form = await desk.perform(who, { do: 'show-form', draft: { do: 'write-article' } });
  if (form.kind !== 'form') throw new Error(said(form));
  const phrasings = 'how do I feed the aquarium fish\nfish tank in the lobby';
  const reply = await desk.submit(who, form.form, { title: 'Feed the aquarium', body, phrasings });
  expect(said(reply)).toMatch(/ART-1 is saved as a draft/);
  return last(desk, '@lead', /ART-1/);
}
const answer = async (desk: OpenDesk, who = 'employee') =>
  (await desk.ask(who, 'how do I feed the aquarium fish')).title;

describe('an article written in the desk', () => {
  it('answers when a lead has published it, in every process, until it is taken down', async () => {
    const desk = await house();
    const other = await house(undefined, desk);
    const card = await written(desk);
    expect(labelsOf(card)).toEqual(['Publish', 'Edit', 'Discard']);
    expect(await answer(desk)).not.toBe('Feed the aquarium');
    expect(said(await desk.press('agent', /Publish/, card))).toMatch(/Only the publishers/);
    expect(said(await desk.press('employee', /Publish/, card))).toMatch(/Only agents can do this/);
    expect(await answer(desk)).not.toBe('Feed the aquarium');
    expect(said(await desk.press('lead', /Publish/, card))).toMatch(/ART-1 is published/);
    expect(await answer(desk)).toBe('Feed the aquarium');
    await other.refresh();
    expect(await answer(other)).toBe('Feed the aquarium');
    await last(desk, '@agent', /Published: Feed the aquarium/);
    const shown = await last(desk, '@lead', /ART-1/);
    expect(labelsOf(shown)).toEqual(['Edit', 'Take down']);
    expect(said(await desk.press('lead', /Publish/, card))).toMatch(/Lena Schmidt published ART-1/);
    await desk.press('lead', /Take down/, shown);
    expect(await answer(desk)).not.toBe('Feed the aquarium');
    expect(labelsOf(await last(desk, '@lead', /ART-1/))).toEqual([]);
  });

  it('is changed by its author while it is a draft, and then by publishers alone', async () => {
    const desk = await house();
    const card = await written(desk);
    const form = await desk.pressForm('agent', /Edit/, card);
    expect(values(form)).toMatchObject({ title: 'Feed the aquarium', body });
    await desk.submit('agent', form, { audience: 'agents' });
    expect(said(await desk.submit('agent2', form, { title: 'Mine now' }))).toMatch(/Edit the article/);
    await desk.press('lead', /Publish/, await last(desk, '@lead', /ART-1/));
    expect((await desk.submit('agent', form, { title: 'Late' })).kind).toBe('invalid');
    expect(await answer(desk, 'agent')).toBe('Feed the aquarium');
    expect(await answer(desk, 'employee')).not.toBe('Feed the aquarium');
  });
});

describe('what is published', () => {
  it('is what was read: a press on an older card shows the new text instead', async () => {
    const desk = await house();
    const card = await written(desk);
    const form = await desk.pressForm('agent', /Edit/, card);
    await desk.submit('agent', form, { body: 'Send your password to the desk.' });
    const reply = await desk.press('lead', /Publish/, card);
    expect(said(reply)).toMatch(/ART-1 was not published[\s\S]*Send your password to the desk/);
    expect(await answer(desk)).not.toBe('Feed the aquarium');
    expect(said(await desk.press('lead', /Publish/, cardOf(reply)))).toMatch(/ART-1 is published/);
  });

  it('is read first where an old button does not say what was read', async () => {
    const desk = await house();
    await written(desk);
    const reply = await desk.perform('lead', { do: 'publish-article', article: 'ART-1' });
    expect(said(reply)).toMatch(/ART-1 was not published/);
    expect(labelsOf(cardOf(reply))).toContain('Publish');
    expect(await answer(desk)).not.toBe('Feed the aquarium');
  });

  it('does not lose what another has written meanwhile without a word', async () => {
    const desk = await house();
    const card = await written(desk);
    const [one, other] = [await desk.pressForm('agent', /Edit/, card), await desk.pressForm('lead', /Edit/, card)];
    await desk.submit('lead', other, { title: 'Feed the fish' });
    const reply = await desk.submit('agent', one, { body: 'Open the lid.' });
    if (reply.kind !== 'invalid') throw new Error(said(reply));
    expect(reply.problems[0]!.message).toMatch(/Somebody else has changed ART-1 since you opened the form/);
    expect(said(await desk.submit('agent', reply.form))).toMatch(/ART-1 was changed/);
  });
});

describe('the weekly report', () => {
  async function week(desk: OpenDesk): Promise<void> {
    await desk.pass(1);
    await desk.ask('employee', 'who feeds the aquarium fish');
    await desk.ask('manager', 'aquarium fish look hungry, who feeds them');
    await desk.ask('owner', 'feed aquarium fish please, Emma Chen knows');
    await desk.ask('security', 'the quarterly unicorn parade schedule');
    const helped = await desk.ask('employee', 'vpn keeps dropping');
    await desk.press('employee', /That helped/, helped);
  }

  it('tells the owner once what people asked in vain, and an article is written from it', async () => {
    const desk = await house();
    const other = await house(undefined, desk);
    await week(desk);
    await Promise.all([desk.pass(24 * 7 + 1), other.pass(0)]);
    await desk.pass(1);
    await other.pass(1);
    const reports = [...(await desk.seen('@lead')), ...(await other.seen('@lead'))].filter(({ title }) =>
      /without an answer/.test(title),
    );
    expect(reports).toHaveLength(1);
    const [report] = reports;
    const text = textOf(report!.parts);
    expect(text).toMatch(/4 questions/);
    expect(text).toMatch(/3 × “[^”]*fish[^”]*”/);
    expect(text).not.toMatch(/vpn|Emma/);
    const form = await desk.pressForm('lead', /Write an article \(1\)/, report!);
    expect(values(form)['phrasings']).toMatch(/aquarium fish[\s\S]*\n[\s\S]*aquarium fish/);
    expect(said(await desk.submit('lead', form, { body }))).toMatch(/ART-1 is saved/);
    expect(said(await desk.submit('lead', form, { body: 'another' }))).toMatch(/ART-1 was already written for/);
    await desk.press('lead', /Publish/, await last(desk, '@lead', /ART-1/));
    expect(buttonOf(await desk.ask('employee', 'who feeds the aquarium fish'), /That helped/)).toBeDefined();
  });

  it('counts a question whose answer ended in a ticket, and says nothing in a week without gaps', async () => {
    const desk = await house();
    await desk.pass(1);
    const card = await desk.ask('employee', 'vpn keeps dropping');
    await desk.submit('employee', await desk.pressForm('employee', /Still broken/, card), { urgency: 'low' });
    await desk.pass(24 * 7 + 1);
    expect(textOf((await last(desk, '@lead', /without an answer/)).parts)).toMatch(/1 × “vpn keeps dropping”/);
    await desk.pass(24 * 7);
    const reports = (await desk.seen('@lead')).filter(({ title }) => /without an answer/.test(title));
    expect(reports).toHaveLength(1);
  });
});

describe('a resolved ticket', () => {
  it('becomes the draft of an article, without the people it was about', async () => {
    const desk = await house();
    const form = await desk.perform('employee', { do: 'show-form', draft: { do: 'open-ticket' } });
    if (form.kind !== 'form') throw new Error(said(form));
    await desk.submit('employee', form.form, {
      title: 'Emma Chen cannot feed the fish',
      urgency: 'low',
      category: 'other',
    });
    const draft = { do: 'write-article', ticket: 'INC-1' } as const;
    expect(said(await desk.perform('agent', { do: 'show-form', draft }))).toMatch(/not resolved yet/);
    await desk.perform('agent', { do: 'claim', ticket: 'INC-1' });
    const summary = 'Told Emma to open the lid. Turned the timer, see emma.chen@example.com';
    await desk.perform('agent', { do: 'resolve', ticket: 'INC-1', summary, checked: 'yes' });
    const shown = cardOf(await desk.perform('agent', { do: 'show-ticket', ticket: 'INC-1' }));
    const article = await desk.pressForm('agent', /Make an article/, shown);
    expect(values(article)).toMatchObject({
      title: '… cannot feed the fish',
      body: '1. Told … to open the lid.\n2. Turned the timer, see …',
    });
    expect(said(await desk.submit('agent', article, { title: 'Feed the fish' }))).toMatch(/ART-1 is saved/);
    expect((await desk.perform('employee', { do: 'show-form', draft })).kind).toBe('refused');
  });
});

describe('an article that nobody reviewed for long', () => {
  it('is marked for agents, and its owner is told once', async () => {
    const desk = await house((all) =>
      all.map((each) => ({ ...each, reviewed: each.id === 'vpn-drops.en' ? '2025-10-01' : '2026-11-01' })),
    );
    await desk.pass(1);
    await desk.pass(24);
    const told = (await desk.seen('@lead')).filter(({ title }) => /due for review/.test(title));
    expect(told.map(({ parts }) => textOf(parts))).toEqual([expect.stringMatching(/VPN keeps disconnecting/)]);
    expect(textOf((await desk.ask('agent', 'vpn keeps dropping')).parts)).toMatch(/Due for review/);
    expect(textOf((await desk.ask('employee', 'vpn keeps dropping')).parts)).not.toMatch(/Due for review/);
  });
});
