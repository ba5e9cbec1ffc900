/** Takes the README's pictures: starts the built desk on an empty store, walks its stories in a browser, and shoots. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type BrowserContextOptions, type Page } from 'playwright-core';
import { BROWSER_ARGS, findBrowser } from '../test/kit/web-browser.js';

const PROGRAM = fileURLToPath(new URL('./main.js', import.meta.url));
const PICTURES = 'docs';

const fail = (why: string): never => {
  process.stderr.write(`${why}\n`);
  process.exit(1);
};

/** Starts the desk and resolves with the address that it prints. */
async function startDesk(dataDir: string) {
  const env = { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir, PLAYGROUND: 'on', LOG_LEVEL: 'error' };
  const desk = spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<never>((_, reject) => {
    desk.once('exit', (code) => reject(new Error(`the desk ended with ${code}`)));
  });
  ended.catch(() => undefined);
  const address = new Promise<string>((resolve) => {
    let said = '';
    desk.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /https?:\/\/\S+/.exec(said)?.[0];
      if (found) resolve(found);
    });
  });
  return {
    url: await Promise.race([address, ended]),
    async stop() {
      desk.kill('SIGTERM');
      await ended.catch(() => undefined);
    },
  };
}

type Side = 'Slack' | 'Teams';
const pane = (page: Page, side: Side) => page.getByRole('region', { name: side, exact: true });
const press = (page: Page, side: Side, name: string | RegExp) =>
  pane(page, side).getByRole('button', { name }).last().click();
const be = (page: Page, name: string) =>
  page.getByRole('radio', { name: new RegExp(`^${name}`) }).check({ force: true });
const look = (page: Page, side: Side, tab: RegExp) => pane(page, side).getByRole('tab', { name: tab }).click();
const see = (page: Page, side: Side, text: string | RegExp) => pane(page, side).getByText(text).last().waitFor();

async function fillIn(page: Page, words: string, button: string) {
  const form = page.getByRole('dialog');
  await form.getByRole('textbox').fill(words);
  await form.getByRole('button', { name: button }).click();
  await form.waitFor({ state: 'detached' });
}

async function say(page: Page, side: Side, words: string) {
  const box = page.locator(side === 'Slack' ? '#say-play-slack' : '#say-play-teams');
  await box.fill(words);
  await box.press('Enter');
}

/** Waits until what just moved on the page has come to rest. */
const rest = (page: Page) =>
  page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
  );

const shoot = async (page: Page, name: string) => {
  await rest(page);
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  process.stdout.write(`${join(PICTURES, `${name}.png`)}\n`);
};

async function walk(open: (options?: BrowserContextOptions) => Promise<Page>) {
  const day = await open();
  await day
    .getByRole('button', { name: /Mon 9:00/ })
    .last()
    .click();
  // The clock walks there: it comes by nine o'clock of other days, too.
  await day.locator('.clock[aria-busy=false]').filter({ hasText: 'Mon, ' }).waitFor();
  await say(day, 'Teams', 'VPN 老是断开');
  await see(day, 'Teams', /VPN 总是断线|已解决/);
  await say(day, 'Slack', 'vpn keeps dropping');
  await press(day, 'Slack', /^Open a ticket$/);
  await day.getByRole('dialog').getByRole('combobox').last().waitFor();
  await shoot(day, 'form');
  await day.getByRole('dialog').getByRole('button').last().click();
  await pane(day, 'Slack')
    .getByRole('heading', { name: /^INC-1/ })
    .waitFor();
  await shoot(day, 'playground');

  const night = await open({ colorScheme: 'dark' });
  await be(night, 'Alex Weber');
  await look(night, 'Slack', /it-desk/);
  await look(night, 'Teams', /IT Desk/);
  await press(night, 'Slack', 'Claim');
  await pane(night, 'Teams').getByRole('button', { name: 'Claim' }).waitFor({ state: 'detached' });
  await shoot(night, 'agents');

  await be(day, 'Alex Weber');
  await say(day, 'Slack', 'INC-1 wait user Which client version do you have?');
  await press(day, 'Slack', /^Hold and tell Emma Chen$/);
  await see(day, 'Slack', 'INC-1 is on hold');
  await be(day, 'Emma Chen');
  await see(day, 'Slack', 'Which client version do you have?');
  await say(day, 'Slack', 'Version 4.2');
  await see(day, 'Slack', /Added to INC-1/);
  await shoot(day, 'hold');

  await be(day, 'Alex Weber');
  await say(day, 'Slack', 'INC-1 resolve New VPN profile installed');
  await be(day, 'Emma Chen');
  await press(day, 'Slack', 'No, reopen');
  await fillIn(day, 'It dropped again at noon', 'Reopen');
  await be(day, 'Alex Weber');
  await say(day, 'Slack', 'INC-1 resolve The gateway has a new certificate');
  await be(day, 'Emma Chen');
  await see(day, 'Slack', 'The gateway has a new certificate');
  await shoot(day, 'rating');
  await press(day, 'Slack', /5/);

  await be(day, 'Emma Chen');
  await say(day, 'Slack', 'request crm-read for 8h because the quarter ends');
  await be(day, 'Marco Rossi');
  await press(day, 'Slack', 'Ask…');
  await fillIn(day, 'Which customers?', 'Send');
  await be(day, 'Emma Chen');
  await press(day, 'Slack', 'Answer');
  await fillIn(day, 'Those of the third quarter', 'Send');
  await be(day, 'Marco Rossi');
  await see(day, 'Slack', 'Those of the third quarter');
  await press(day, 'Slack', 'Approve');
  await be(day, 'Olga Petrova');
  // So that a whole card is in sight.
  await day.setViewportSize({ width: 1280, height: 960 });
  await pane(day, 'Teams').getByRole('button', { name: 'Approve' }).waitFor();
  await shoot(day, 'approval');

  await be(day, 'Sam Okafor');
  await say(day, 'Slack', 'request crm-read for 8h because an incident is looked into');
  await be(day, 'Ada Novak');
  await say(day, 'Slack', 'request crm-export for 8h because the data moves');
  await see(day, 'Slack', /REQ-3 was sent/);
  await be(day, 'Lena Schmidt');
  await say(day, 'Slack', 'request crm-read for 24h because the team is reviewed');
  await see(day, 'Slack', /REQ-4 was sent/);
  await be(day, 'Marco Rossi');
  await say(day, 'Slack', 'approvals');
  await see(day, 'Slack', 'Waiting for your decision');
  await shoot(day, 'inbox');

  const phone = await open({ locale: 'zh-CN', viewport: { width: 390, height: 800 } });
  await phone.getByRole('button', { name: 'Teams', exact: true }).click();
  await see(phone, 'Teams', /已解决/);
  await shoot(phone, 'phone');
}

const executablePath = findBrowser() ?? fail('No Chromium was found: set CHROMIUM_PATH to one.');
if (!existsSync(PROGRAM)) fail('The desk is not built: run npm run build first.');
const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-pictures-'));
const desk = await startDesk(dataDir);
const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
try {
  await mkdir(PICTURES, { recursive: true });
  await walk(async (options) => {
    const context = await browser.newContext({
      locale: 'en-GB',
      viewport: { width: 1280, height: 800 },
      deviceScaleFactor: 1.5,
      ...options,
    });
    const page = await context.newPage();
    await page.goto(desk.url);
    return page;
  });
} finally {
  await browser.close();
  await desk.stop();
  await rm(dataDir, { recursive: true, force: true });
}
