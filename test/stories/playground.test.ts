import type { PlayPlatform } from '../../adapters/web/memory.js';
import { stories } from '../adapter.contract.js';
import { openCompany } from '../kit/company.js';
import type { Driver, Seen, Shown } from '../kit/driver.js';
import { staff } from '../kit/staff.js';
import { createWebDriver } from '../kit/web-driver.js';

const names = new Map(staff.map(({ id, name }) => [id, name]));
const withNames = <T extends { text: string }>(shown: T): T => ({
  ...shown,
  text: shown.text.replace(/<?@([\w.-]+)>?/g, (whole, id: string) => names.get(id) ?? whole),
});
const formed = ({ form, ...shown }: Shown): Shown => ({ ...shown, ...(form && { form: withNames(form) }) });

/** A person in the playground looks at both windows, and writes in the one of this flavour. */
function bothWindows(url: string, flavour: PlayPlatform): Driver {
  const windows = (['play-slack', 'play-teams'] as const).map((each) => createWebDriver({ url, flavour: each }));
  const own = createWebDriver({ url, flavour });
  const windowOf = new WeakMap<Seen, Driver>();
  const look = (window: Driver, cards: Seen[]) =>
    cards.map((card) => {
      const seen = withNames(card);
      windowOf.set(seen, window);
      return seen;
    });
  const of = (card: Seen) => windowOf.get(card) ?? own;
  return {
    platform: flavour,
    say: (who, words, under) => (under ? of(under) : own).say(who, words, under),
    post: (who, words) => own.post(who, words),
    report: (who, on, how) => of(on).report(who, on, how),
    press: async (who, label, on) => formed(await of(on).press(who, label, on)),
    async submit(who, form, values) {
      // A form knows the window that it was opened in by how it was drawn.
      for (const window of windows) {
        const shown = await window.submit(who, form, values).catch((error: unknown) => error as Error);
        if (!(shown instanceof Error)) return formed(shown);
      }
      throw new Error('no window takes this form');
    },
    chat: async (who) => (await Promise.all(windows.map(async (each) => look(each, await each.chat(who))))).flat(),
    channel: async (group) => look(own, await own.channel(group)),
    thread: async (under) => look(of(under), await of(under).thread(under)),
    close: () => own.close(),
  };
}

const flavours = ['play-slack', 'play-teams'] as const;
let told = 0;
/** One story in the one window, the next in the other. */
stories('the playground', async () => {
  const company = await openCompany({});
  return { ...company, people: bothWindows(company.url, flavours[told++ % 2]!) };
});
