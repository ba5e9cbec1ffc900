import { READER } from '../../src/access/access.cards.js';
import { wording } from '../../src/language/wording.js';
import { buttonsOf, openRooms, type Rooms, said, textOf } from '../approvals/rooms.js';
import { boardOf } from './presenter.js';

let rooms: Rooms;
beforeEach(async () => {
  rooms = await openRooms();
});
afterEach(() => rooms.close());

const eyes = { lang: 'en', zone: 'UTC' } as const;
const labels = async (name: string) => buttonsOf(await boardOf(rooms).card('REQ-1', name)).map(({ label }) => label);

async function ask() {
  const wish = { do: 'request-access', entitlement: 'crm-read', hours: 8, reason: 'Quarter <!channel> end' } as const;
  await said(rooms.handlers['request-access'](wish, rooms.act('employee')));
}
async function grant() {
  await ask();
  for (const step of ['manager', 'owner']) {
    await said(rooms.handlers.approve({ do: 'approve', subject: 'REQ-1', step }, rooms.act(step)));
  }
  await rooms.wait(0);
}

test('the requester can withdraw while it waits and return while it is active; a reader can do nothing', async () => {
  await ask();
  expect(await labels('requester')).toEqual(['Remind', 'Edit…', 'Withdraw']);
  expect(await labels(READER)).toEqual([]);
});

test('an active grant shows until when, and offers to return it', async () => {
  await grant();
  expect(await labels('requester')).toEqual(['Return now']);
  const card = await boardOf(rooms).card('REQ-1', 'requester');
  expect(card.status).toEqual({ text: 'Active', tone: 'good' });
  expect(textOf(card)).toContain('Until: Mon 23 Nov, 17:00');
});

test('the warning offers to return it or to ask again with the same words', async () => {
  await grant();
  await rooms.wait(7);
  const record = await rooms.ledgers.access.load('REQ-1');
  const event = record?.history.find(({ what }) => what === 'warned');
  if (!record || !event) throw new Error('nobody was warned');
  const card = rooms.access.presenter.notice(record, event, 'person:employee', eyes, wording.en);
  expect(textOf(card)).toContain('Demo CRM: Read customers ends Mon 23 Nov, 17:00.');
  expect(buttonsOf(card).map(({ does }) => does)).toEqual([
    { do: 'return-access', request: 'REQ-1' },
    { do: 'show-form', draft: { do: 'request-access', again: 'REQ-1' } },
  ]);
});

test('what a person wrote is a quote, never markup', async () => {
  await ask();
  const card = await boardOf(rooms).card('REQ-1', 'approver-manager-manager');
  expect(card.parts.filter(({ kind }) => kind === 'quote')).toEqual([
    { kind: 'quote', text: 'Quarter <!channel> end', by: { id: 'employee', name: 'Emma Chen' } },
  ]);
});

test('an approver whom no chat reaches is named on the card of the requester', async () => {
  await ask();
  await rooms.ledgers.access.model.updateOne({ _id: 'REQ-1' }, { $addToSet: { unreachable: 'manager' } });
  expect(textOf(await boardOf(rooms).card('REQ-1', 'requester'))).toContain(
    'Marco Rossi could not be reached in chat.',
  );
});

describe('the form', () => {
  const formFor = (draft: { entitlement?: string; hours?: number; reason?: string }) =>
    rooms.access.forms['request-access']({ do: 'request-access', ...draft }, rooms.act('employee'));

  test('offers what there is, and no more hours than anything allows', async () => {
    const { fields } = await formFor({});
    const choices = fields.map((field) =>
      field.kind === 'choice' ? field.choices.map(({ value }) => value) : field.kind,
    );
    expect(choices).toEqual([
      ['crm-read', 'crm-export', 'crm-audit', 'crm-admin', 'ledger-create', 'ledger-approve', 'crm-auditor'],
      ['1', '8', '24', '168', '720'],
      'paragraph',
      'line',
    ]);
  });

  test('comes prefilled, and with the hours that the entitlement allows', async () => {
    const { fields } = await formFor({ entitlement: 'crm-admin', hours: 4, reason: 'Migration' });
    expect(fields.map(({ value }) => value)).toEqual(['crm-admin', '4', 'Migration']);
    expect(fields[1]).toMatchObject({ choices: ['1', '4', '8', '24'].map((value) => ({ value })) });
  });
});

test('"mine" lists what is open with its next step', async () => {
  await grant();
  const parts = await rooms.access.mine(rooms.act('employee'));
  const card = { for: eyes, title: 'Mine', parts };
  expect(textOf(card)).toBe('Mine\nREQ-1 Demo CRM: Read customers · Active until Mon 23 Nov, 17:00');
  expect(buttonsOf(card).map(({ label }) => label)).toEqual(['Return now', 'Details']);
  expect(await rooms.access.mine(rooms.act('agent'))).toEqual([]);
});
