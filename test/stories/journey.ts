/** One compact journey through the desk, by people who do again what seems to have come to nothing. */
import type { Driver, Seen, ShownForm } from '../kit/driver.js';
import { until } from '../kit/until.js';

/** How long people wait, in milliseconds, before they do it again, or ask again, and until they give up. */
const PATIENCE = 8_000;
const ANSWER_PATIENCE = 40_000;
const LONGEST = 120_000;

const find = (cards: Seen[], title: RegExp, text = /(?:)/) =>
  cards.findLast((each) => title.test(each.title) && text.test(each.text));

/**
 * @param desk.told resolves when nobody waits for a card.
 * @param desk.pass lets time pass for the desk, whose waits grow while its platform fails.
 */
export function createJourney(people: Driver, desk: { told(): Promise<void>; pass(): Promise<void> }) {
  const inChat = (who: string, title: RegExp, text?: RegExp) => async () => find(await people.chat(who), title, text);
  const inChannel = (title: RegExp, text?: RegExp) => async () => find(await people.channel('it'), title, text);
  /** Beneath the agents' card, of which there may be a repeat. */
  const beneath = (title: RegExp, text: RegExp) => async () => {
    const heads = (await people.channel('it')).filter(({ title: head }) => head.startsWith('INC-1'));
    const threads = await Promise.all(heads.map((card) => people.thread(card)));
    return find(threads.flat(), title, text);
  };
  /** In the requester's chat, or beneath their card. */
  const heard = (title: RegExp, text: RegExp) => async () => {
    const chat = await people.chat('employee');
    const beneath = await Promise.all(chat.map((card) => people.thread(card)));
    return find([...chat, ...beneath.flat()], title, text);
  };
  async function insist<T>(
    doing: () => Promise<unknown>,
    seen: () => Promise<T | undefined>,
    patience = PATIENCE,
  ): Promise<T> {
    const end = performance.now() + LONGEST;
    for (;;) {
      await doing().catch(() => undefined);
      try {
        return await until(seen, `${doing.toString()} comes to something`, patience);
      } catch (error) {
        if (performance.now() > end) throw error;
        await desk.pass();
      }
    }
  }
  const see = <T>(seen: () => Promise<T | undefined>) => insist(async () => {}, seen);

  /** Words are said once: they are taken, or the platform says that they were not. */
  const say = async (who: string, words: string, under?: Seen): Promise<void> => {
    await until(async () => (await people.say(who, words, under)) !== undefined, `${who} says ${words}`);
  };

  /** The form behind a button, or behind the door that comes where no form can be opened. */
  async function formOf(who: string, label: string, on: Seen): Promise<ShownForm> {
    const known = new Set((await people.chat(who)).map(({ id }) => id));
    const isDoor = ({ id, buttons }: Seen) => !known.has(id) && buttons.includes('Open the form');
    let [button, card] = [label, on];
    for (let tries = 0; tries < 20; tries += 1) {
      const shown = await people.press(who, button, card).catch(() => undefined);
      if (shown?.form) return shown.form;
      const door = await until(async () => (await people.chat(who)).find(isDoor), 'a door', 2_000).catch(
        () => undefined,
      );
      if (door) [button, card] = ['Open the form', door];
    }
    throw new Error(`${label} opens no form`);
  }
  async function fill<T>(
    who: string,
    label: string,
    on: Seen,
    values: Record<string, string>,
    seen: () => Promise<T | undefined>,
  ): Promise<T> {
    const form = await formOf(who, label, on);
    return insist(() => people.submit(who, form, values), seen);
  }

  let asked = 0;
  const ask = () => {
    asked += 1;
    return say('employee', 'vpn keeps dropping');
  };
  return {
    /** How often the question was asked, until its answer came. */
    asked: () => asked,
    /** Question, ticket, claim, reply, answer, wait, answer, resolution, rating. */
    async ticket(): Promise<void> {
      const answer = await insist(ask, inChat('employee', /VPN/), ANSWER_PATIENCE);
      const card = await fill('employee', 'Open a ticket', answer, {}, inChannel(/^INC-1/));
      await insist(() => people.press('agent', 'Claim', card), inChannel(/^INC-1/, /Alex Weber since/));
      const words = 'Which VPN client do you use?';
      const reply = await fill(
        'agent',
        'Reply to Emma Chen',
        card,
        { text: words },
        heard(/answered on INC-1/, /Which VPN client/),
      );
      await say('employee', 'The old one, version 4', reply);
      await see(beneath(/Emma Chen wrote/, /version 4/));
      const wait = { cause: 'user', reason: 'Which floor are you on?' };
      const asked = await fill('agent', 'Wait…', card, wait, heard(/needs your answer/, /Which floor/));
      await see(inChannel(/^INC-1/, /Waiting/));
      await say('employee', 'The third', asked);
      await see(beneath(/Emma Chen wrote/, /The third/));
      await see(inChannel(/^INC-1/, /In progress/));
      const resolution = { summary: 'Updated the client to version 5' };
      const mine = await fill(
        'agent',
        'Resolve',
        card,
        resolution,
        inChat('employee', /^INC-1/, /client to version 5/),
      );
      // What asks for a rating no longer does when it is posted after it.
      await desk.told();
      await insist(() => people.press('employee', /5/, mine), inChannel(/^INC-1/, /5 of 5|Rating/));
    },

    /** Access asked for, approved twice, given. */
    async access(): Promise<void> {
      await say('employee', 'request crm-read for 8h because the quarter ends');
      const first = await see(inChat('manager', /REQ-1/, /the quarter ends/));
      const second = await insist(() => people.press('manager', 'Approve', first), inChat('owner', /REQ-1/));
      await insist(() => people.press('owner', 'Approve', second), inChat('employee', /REQ-1/, /Active/));
    },
  };
}
