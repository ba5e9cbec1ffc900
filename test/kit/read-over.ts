/** What an agent who has never written to a requester types, and reads over before it is sent. */
import type { Driver } from './driver.js';
import { until } from './until.js';

export async function sayReadOver(people: Driver, who: string, words: string): Promise<void> {
  const before = new Set((await people.chat(who)).map(({ id }) => id));
  await people.say(who, words);
  const isOffer = ({ id, buttons }: { id: string; buttons: readonly string[] }) =>
    !before.has(id) && buttons.includes('Change');
  const offered = await until(async () => (await people.chat(who)).find(isOffer), 'the words are shown first');
  await people.press(who, offered.buttons[0]!, offered);
}
