/** The button of the playground that opens the company with half a year behind it, beside the one that runs. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connectStore } from '../../src/store/connect.js';
import { openSideCollections } from '../../src/store/side-collections.js';
import { createWebDriver } from '../kit/web-driver.js';
import { until } from '../kit/until.js';
import { openHome, type Home } from './program.js';

const LONG_MS = 300_000;

let home: Home;
beforeEach(async () => {
  home = await openHome();
});
afterEach(() => home.close());

/** Presses the button, as the page does, and gives the address that the page goes to. */
async function openYear(address: string): Promise<string> {
  const headers = { 'content-type': 'application/json', origin: address };
  const response = await fetch(`${address}/playground/year`, { method: 'POST', headers, body: '{}' });
  const { port } = (await response.json()) as { port: number };
  return `http://127.0.0.1:${port}`;
}
const isOffered = async (address: string) =>
  ((await (await fetch(`${address}/playground/state`)).json()) as { offersYear: boolean }).offersYear;
/** Whether the card of what was found names a ticket; cards of the half year may come in beside it. */
async function finds(address: string, words: string): Promise<boolean> {
  const people = createWebDriver({ url: address, flavour: 'play-slack' });
  await people.say('lead', `find ${words}`);
  const isAnswer = ({ title }: { title: string }) => title === `Found: ${words}`;
  const { text } = await until(async () => (await people.chat('lead')).find(isAnswer), 'an answer');
  return /INC-\d+/.test(text);
}

it(
  'opens it once, leaves the own company as it was, finds it again after a restart, and ends with it',
  async () => {
    const first = home.start();
    const address = await first.ready;
    expect(await isOffered(address)).toBe(true);
    const [one, two] = await Promise.all([openYear(address), openYear(address)]);
    expect(one).toBe(two);
    expect(await isOffered(one)).toBe(false);
    expect(await finds(one, 'vpn')).toBe(true);
    expect(await finds(address, 'vpn')).toBe(false);
    expect(await first.end('SIGTERM')).toBe(0);
    await expect(fetch(one)).rejects.toThrow();

    const second = home.start();
    const again = await openYear(await second.ready);
    expect(await finds(again, 'printer')).toBe(true);
    expect(await second.end('SIGTERM')).toBe(0);
    expect([first.err(), second.err()]).toEqual(['', '']);
  },
  LONG_MS,
);

it(
  'plays it anew when it was cut off',
  async () => {
    const workerUrl = pathToFileURL(join(home.dir, 'dist/store-worker.js'));
    const store = await connectStore({ dataDir: join(home.dir, 'data', 'year'), workerUrl });
    await openSideCollections(store.connection).addresses.keep('demo', 'begun');
    await store.close();
    const company = home.start();
    expect(await finds(await openYear(await company.ready), 'vpn')).toBe(true);
  },
  LONG_MS,
);
