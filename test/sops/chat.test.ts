/** Procedures and decision trails in chat, through the whole desk. */
import { type Company, openCompany } from '../kit/company.js';
import type { Driver, Seen } from '../kit/driver.js';
import { createWebDriver } from '../kit/web-driver.js';

let company: Company;
beforeAll(async () => {
  company = await openCompany({ PLAYGROUND: 'on' });
});
afterAll(() => company.close());

describe.each(['play-slack', 'play-teams'] as const)('on %s', (flavour) => {
  let people: Driver;
  beforeAll(() => {
    people = createWebDriver({ url: company.url, flavour });
  });
  afterAll(() => people.close());

  const latest = async (who: string): Promise<Seen> => (await people.chat(who)).at(-1)!;
  const says = async (who: string, words: string) => {
    const { notes } = await people.say(who, words);
    return notes.length > 0 ? notes.join('\n') : (await latest(who)).text;
  };

  test('an employee finds a procedure, reads it and confirms it once; the lead sees who has', async () => {
    const reader = flavour === 'play-slack' ? 'employee' : 'owner';
    expect(await says(reader, 'sop find stolen laptop')).toContain('Laptop lost or stolen');
    await people.press(reader, 'Laptop lost or stolen', await latest(reader));
    const document = await latest(reader);
    expect(document.text).toContain('Call the security line');
    const read = async () => {
      await people.press(reader, 'I have read version 3', document);
      return (await people.chat(reader)).find(({ id }) => id === document.id)!;
    };
    const first = await read();
    expect(first.text).toContain('Recorded: you read version 3 of Laptop lost or stolen');
    expect(first.text).toContain('Call the security line');
    expect(first.buttons).toEqual([]);
    expect(await read()).toEqual(first);
    const name = flavour === 'play-slack' ? 'Emma Chen' : 'Olga Petrova';
    expect(await says('lead', '规程 状态 laptop-loss')).toContain(name);
    expect(await says('security', 'sop status laptop-loss')).toContain(name);
    expect(await says(reader, 'sop status laptop-loss')).toContain('Only leads, and the owner and the reviewer');
    expect(await says(reader, 'sop find something unknown')).toContain('No procedure matches');
  });

  test('security reads what happened to a ticket; the lead may not', async () => {
    await people.say('agent', 'the fan of my chair hums');
    const { form } = await people.press('agent', 'Speak to a person', await latest('agent'));
    const opened = await people.submit('agent', form!, { title: 'Fan is loud', urgency: 'low', category: 'other' });
    const [ticket] = /INC-\d+/.exec(opened.notes.join())!;
    expect(await says('security', `audit ${ticket}`)).toMatch(/1 · 2026-11-23 09:\d\d:\d\d · Alex Weber opened it/);
    expect(await says('lead', `审计 ${ticket}`)).toMatch(
      /Only security officers can do this|只有安全人员可以执行此操作/,
    );
    expect(await says('security', 'audit REQ-999')).toContain('There is no record REQ-999');
  });
});
