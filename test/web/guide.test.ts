/** The guide of the playground, walked to its end by somebody who only clicks what it says, on the real desk. */
import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { wording } from '../../src/language/wording.js';
import { openCompany, type Company } from '../kit/company.js';
import { BROWSER_ARGS, findBrowser } from '../kit/web-browser.js';
import { buildPage } from '../kit/web-playground.js';
import { readPlayground } from '../kit/web-state.js';
import type { Lang } from '../../src/card.js';

const executablePath = findBrowser();
const withBrowser = executablePath ? describe : describe.skip;

type Side = 'Slack' | 'Teams';

withBrowser('A visitor who has read nothing', () => {
  let browser: Browser;
  let files: URL;
  let company: Company;
  let tab: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    files = await buildPage();
    browser = await chromium.launch({ executablePath: executablePath!, args: BROWSER_ARGS });
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    company = await openCompany({});
  });

  async function visit(options: Parameters<Browser['newContext']>[0]): Promise<void> {
    const context = await browser.newContext(options);
    // Beside the sources there is no built page: it comes from where this test built it.
    await context.route(
      (url) => ['/', '/page.js', '/page.css'].includes(url.pathname),
      async (route) => {
        const name = new URL(route.request().url()).pathname.slice(1) || 'index.html';
        const contentType = { html: 'text/html', js: 'text/javascript', css: 'text/css' }[name.split('.')[1]!]!;
        await route.fulfill({
          contentType: `${contentType}; charset=utf-8`,
          body: await readFile(new URL(name, files)),
        });
      },
    );
    tab = await context.newPage();
    tab.setDefaultTimeout(0);
    tab.on('pageerror', (error) => complaints.push(error.message));
    await tab.goto(company.url);
  }
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await company.close();
    expect(complaints).toEqual([]);
  });

  const pane = (side: Side) => tab.getByRole('region', { name: side, exact: true });
  const card = (side: Side, title: RegExp) =>
    pane(side)
      .locator('.message')
      .filter({ has: tab.locator('h4, .ac-richTextBlock').filter({ hasText: title }) })
      .last();
  const press = (side: Side, title: RegExp, button: string | RegExp) =>
    card(side, title).getByRole('button', { name: button }).first().click();
  const sees = (side: Side, title: RegExp, text: RegExp) => card(side, title).filter({ hasText: text }).waitFor();

  /** Follows a move of the guide's open step, by a text on it; its words are already typed then, and are sent. */
  async function follow(text: string | RegExp, side?: Side) {
    await tab.locator('.guide details[open]').getByRole('button').filter({ hasText: text }).first().click();
    if (side) await tab.locator(`#say-play-${side.toLowerCase()}`).press('Enter');
  }
  /** What is to be done next is never below the fold. */
  const inSight = async (text: RegExp) => {
    const next = tab.locator('.guide [aria-current=step]').filter({ hasText: text });
    await next.waitFor();
    const [move, guide] = await Promise.all([next.boundingBox(), tab.locator('.guide').boundingBox()]);
    expect(move!.y + move!.height).toBeLessThanOrEqual(guide!.y + guide!.height + 1);
  };
  /** The tour ticks its steps itself. */
  const ticked = (name: RegExp) => tab.getByRole('checkbox', { name, checked: true }).waitFor();
  const clock = (text: RegExp) =>
    tab.getByRole('region', { name: 'The desk’s clock' }).locator('time').filter({ hasText: text }).waitFor();

  async function fill(values: Record<string, string>, button: string) {
    const form = tab.getByRole('dialog');
    for (const [label, value] of Object.entries(values)) await form.getByLabel(label).fill(value);
    await form.getByRole('button', { name: button, exact: true }).click();
    await form.waitFor({ state: 'detached' });
  }

  /** A request is asked about, looked at by one more, decided on behalf of her, handed on, and approved. */
  async function decideTogether(lang: Lang, id: string, request: string) {
    const { approvals: words, delegation, common } = wording[lang];
    const card = new RegExp(`^${id} ·`);
    const more = new RegExp(words.moreTitle(id));
    await follow(request, 'Slack');
    await follow('Marco Rossi');
    await press('Slack', card, words.ask);
    await fill({ [words.askField]: 'Which books?' }, words.send);
    await follow('Emma Chen');
    await press('Slack', new RegExp(words.askedTitle(id, 'Marco Rossi')), words.answer);
    await fill({ [words.answerField]: 'Those of November' }, words.send);
    await follow('Marco Rossi');
    await sees('Slack', card, /Those of November/);
    await press('Slack', card, words.moreOf);
    await press('Slack', more, words.addApprover);
    await tab.getByRole('dialog').getByRole('combobox').selectOption('before');
    await fill({ [words.personField]: 'Lena' }, words.send);
    await follow('Lena Schmidt', 'Slack');
    await press('Slack', new RegExp(delegation.formTitle), common.openForm);
    await fill({}, delegation.submit);
    await follow('Alex Weber');
    await press('Slack', card, words.approve);
    await follow('Marco Rossi');
    await sees('Slack', card, /Alex Weber.*@?Lena Schmidt/);
    await press('Slack', card, words.moreOf);
    await press('Slack', more, words.transfer);
    await fill({ [words.personField]: 'Sam' }, words.send);
    await follow('Sam Okafor');
    await press('Slack', card, words.approve);
    await follow('Olga Petrova');
    await press('Teams', card, words.approve);
    const last = tab.locator('.guide details[open] li').last();
    await last.getByRole('button').click();
    await sees('Slack', card, /Sam Okafor[^]*Olga Petrova/);
  }

  it('walks all eight steps', async () => {
    await visit({ locale: 'en-GB', viewport: { width: 1280, height: 800 } });
    await follow('Mon 9:00');
    await clock(/^09:00Mon/);
    await follow('vpn keeps dropping', 'Slack');
    await press('Slack', /VPN keeps disconnecting/, 'Open a ticket');
    await tab.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
    await sees('Slack', /^INC-1 ·/, /answers by/);
    await ticked(/^Ask, then/);

    await follow('#it-desk');
    await press('Slack', /^INC-1 ·/, 'Claim');
    await sees('Slack', /^INC-1 ·/, /Assigned/);
    await follow('INC-1 claim', 'Teams');
    await pane('Teams')
      .getByText(/Alex Weber claimed INC-1/)
      .waitFor();
    await follow('INC-1 reply', 'Slack');
    await press('Slack', /Check it first/, /^Send to/);
    await follow('Munich, third floor');
    await sees('Slack', /answered on INC-1/, /Which office are you in/);
    await follow('Munich, third floor', 'Slack');
    await ticked(/Claim/);
    await tab.reload();
    await ticked(/Claim/);
    await tab.locator('.guide details[open]').getByText('Put it on hold').waitFor();

    await follow('INC-1 wait', 'Slack');
    await follow('Version 4.2');
    await sees('Slack', /INC-1: Alex Weber needs your answer/, /Which client version/);
    await follow('Version 4.2', 'Slack');
    await pane('Slack')
      .getByText(/back in progress|Added/)
      .last()
      .waitFor();
    await ticked(/hold/);

    await follow('Wed 12:00');
    await sees('Slack', /INC-1 needs your attention/, /75 %/);
    await follow('Wed 16:00');
    await sees('Slack', /INC-1 needs your attention/, /90 %/);
    await follow('Thu 9:30');
    await sees('Slack', /INC-1/, /was due Thu/);
    await follow('IT Desk');
    await sees('Teams', /^INC-1 ·/, /Version 4\.2/);
    await ticked(/time/);

    await follow('request crm-read', 'Slack');
    await follow('Marco Rossi');
    await press('Slack', /^REQ-1/, 'Approve');
    await follow('Olga Petrova');
    await press('Teams', /^REQ-1/, 'Approve');
    await sees('Teams', /^REQ-1/, /Olga Petrova approved/);
    await company.settle();
    await inSight(/\+7 h/);
    await follow('+7 h');
    await sees('Slack', /REQ-1/, /ends/);
    await follow('+1 h');
    await sees('Slack', /REQ-1/, /ended/);
    await ticked(/^Ask for temporary access/);

    await decideTogether('en', 'REQ-2', 'request ledger-create');
    await ticked(/^Decide together/);

    await follow('/it change new', 'Slack');
    const form = tab.getByRole('dialog', { name: 'Request a change' });
    await form.getByLabel('What will change?').fill('Replace the gateway');
    await form.getByLabel('Risk').selectOption('medium');
    await form.getByLabel('Plan', { exact: true }).fill('Swap it, then test from two sites');
    await form.getByLabel('Rollback plan').fill('Put the old one back');
    await form.locator('input[type=datetime-local]').first().fill('2027-01-16T09:00');
    await form.locator('input[type=datetime-local]').last().fill('2027-01-16T08:00');
    await form.getByRole('button', { name: 'Request', exact: true }).click();
    await form.locator('[data-field=ends]').getByRole('alert').waitFor();
    expect(await form.getByLabel('Plan', { exact: true }).inputValue()).toBe('Swap it, then test from two sites');
    await form.locator('input[type=datetime-local]').last().fill('2027-01-16T12:00');
    await form.getByRole('button', { name: 'Request', exact: true }).click();
    const lastPage = tab.getByRole('dialog', { name: 'Who decides' });
    await lastPage.getByText(/Change advisory board \(2 of these 3\)/).waitFor();
    await lastPage.getByRole('button', { name: 'Send', exact: true }).click();
    await lastPage.waitFor({ state: 'detached' });
    await follow('Marco Rossi');
    await press('Slack', /^CHG-1/, 'Approve');
    await follow('Olga Petrova');
    await press('Teams', /^CHG-1/, 'Approve');
    await follow(/^Alex Weber · Slack$/);
    await sees('Slack', /CHG-1/, /[Aa]pproved/);
    await ticked(/change/);

    await follow('INC-1 resolve New VPN', 'Slack');
    await follow('Emma Chen');
    await sees('Slack', /^INC-1 ·/, /New VPN profile installed/);
    await press('Slack', /^INC-1 ·/, 'No, reopen');
    await tab.getByRole('dialog').getByRole('textbox').fill('It dropped again at noon');
    await tab.getByRole('dialog').getByRole('button', { name: 'Reopen', exact: true }).click();
    await follow('INC-1 resolve The gateway', 'Slack');
    await follow('Emma Chen');
    await sees('Slack', /^INC-1 ·/, /new certificate/);
    await company.restart();
    await press('Slack', /^INC-1 ·/, /5/);
    await pane('Slack')
      .getByText(/[Tt]hank/)
      .or(tab.getByRole('dialog'))
      .first()
      .waitFor();
    await ticked(/Resolve/);
    await tab.getByRole('progressbar', { name: '8 of 8 done' }).waitFor();
    const { messages } = await readPlayground(company.url);
    expect(
      messages.filter((message) => /did not run when it was due|comes late/.test(JSON.stringify(message))),
    ).toEqual([]);
  }, 600_000);

  it('decides together in Chinese as well', async () => {
    await visit({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
    for (const skipped of ['提问，然后提交工单', '认领', '挂起', '时间', '临时权限']) {
      await tab.getByRole('checkbox', { name: skipped, checked: false }).click();
      await ticked(new RegExp(skipped));
    }
    await decideTogether('zh', 'REQ-1', '申请 ledger-create');
    await ticked(/^共同审批/);
  }, 120_000);

  it('finds on a phone in Chinese what the guide names, in channels too', async () => {
    await visit({ locale: 'zh-CN', viewport: { width: 390, height: 800 } });
    const next = async (text: string) => {
      await tab.getByRole('button', { name: '试一试' }).click();
      await tab.locator('.guide [aria-current=step]').filter({ hasText: text }).getByRole('button').click();
    };
    await next('周一早上');
    await tab.locator('.clock time').filter({ hasText: /^09:0/ }).waitFor();
    await next('告诉服务台');
    await tab.locator('#say-play-slack').press('Enter');
    await pane('Slack').getByRole('button', { name: '新建工单' }).click();
    await tab.getByRole('dialog').getByRole('button', { name: '新建', exact: true }).click();
    await next('按“认领”');
    await pane('Slack').getByRole('button', { name: '认领', exact: true }).click();
    await sees('Slack', /^INC-1 ·/, /Alex Weber/);
    await next('第二位坐席');
    await tab.locator('#say-play-teams').press('Enter');
    await pane('Teams')
      .getByText(/Alex Weber 已于.*认领/)
      .waitFor();
    await next('给员工发消息');
    await tab.locator('#say-play-slack').press('Enter');
    await pane('Slack').getByRole('button', { name: '发送给 Emma Chen' }).click();
    await next('像 Emma 那样作答');
    await tab.locator('#say-play-slack').press('Enter');
    await sees('Slack', /^已添加到 INC-1/, /这是一个新问题/);
  }, 120_000);
});
