/** The message extension of Teams: a message becomes a ticket in a dialog. */
import { readFileSync } from 'node:fs';
import { readPointed, wordsIn } from '../../adapters/teams/reported.js';
import { CREATE_TICKET, readActivity } from '../../adapters/teams/inbound.js';
import { startTeams } from '../kit/teams-desk.js';

test.each([
  ['<div><div>vpn is down</div></div>', 'vpn is down'],
  ['<p>one</p><p>two &amp; three</p>', 'one\ntwo & three'],
  ['a<br>b<br/>c', 'a\nb\nc'],
  ['<at id="0">Ada</at>, 1 &lt; 2 &#8364; &#x20AC;', 'Ada, 1 < 2 € €'],
  ['a < b and &unknown; stay', 'a < b and &unknown; stay'],
  ['&#0;&#x110000;', ''],
  ['', ''],
])('%s is read as words', (html, words) => expect(wordsIn(html)).toBe(words));

test.each([undefined, null, 5, {}, { id: 7 }, { body: { content: 'x' } }])('%j is no message', (value) =>
  expect(readPointed(value)).toBeUndefined(),
);

test('files lie in SharePoint or keep their names alone', () => {
  const attachments = [
    { contentType: 'reference', contentUrl: 'https://acme.sharepoint.com/a.docx', name: 'a.docx' },
    { contentType: 'reference', contentUrl: 'https://evil.example/b.docx', name: 'b.docx' },
    { contentType: 'image/png', contentUrl: 'https://smba.trafficmanager.net/v3/attachments/1', name: null },
    { contentType: 'text/html', content: '<p>the message itself</p>' },
    { contentType: 'application/vnd.microsoft.card.adaptive', content: {} },
  ];
  expect(readPointed({ id: '1', body: { contentType: 'text', content: 'see' }, attachments })?.files).toEqual([
    { name: 'a.docx', url: 'https://acme.sharepoint.com/a.docx' },
    { name: 'b.docx' },
    { name: 'image/png', type: 'image/png' },
  ]);
});

test('a chat in which the desk is not is never taken for the person’s own chat with it', async () => {
  const desk = await startTeams();
  desk.fake.addPerson({ id: 'ada', aad: 'aad-ada', name: 'Ada', email: 'ada@example.com' });
  desk.fake.addPerson({ id: 'bob', aad: 'aad-bob', name: 'Bob', email: 'bob@example.com' });
  const before = new Map(desk.kept);
  const said = { id: '1700000000001', author: 'bob', words: 'vpn <down>' };
  await desk.teams.report('ada', said, '19:ada_bob@unq.gbl.spaces');
  expect(desk.asked[0]).toMatchObject({
    place: { private: false },
    asks: {
      kind: 'message',
      how: 'shortcut',
      message: {
        ref: 'teams:19:ada_bob@unq.gbl.spaces/1700000000001',
        author: { id: `${desk.fake.tenantId}/aad-bob` },
        words: 'vpn <down>',
      },
    },
  });
  expect(desk.kept).toEqual(before);
  await desk.close();
});

test('another command of the extension is none of the desk’s', () => {
  const activity = {
    type: 'invoke',
    name: 'composeExtension/fetchTask',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    from: { id: '29:x' },
    conversation: { id: '19:x' },
    value: { commandId: 'other', messagePayload: { id: '1' } },
  };
  expect(readActivity(activity)).toEqual({ kind: 'nothing', invoke: true });
});

test('the manifest offers the command that the desk answers, and asks to hear posts that do not mention it', () => {
  const path = new URL('../../adapters/teams/manifest/manifest.json', import.meta.url);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
    composeExtensions: [{ commands: [{ id: CREATE_TICKET, type: 'action', context: ['message'], fetchTask: true }] }],
    authorization: { permissions: { resourceSpecific: [{ name: 'ChannelMessage.Read.Group', type: 'Application' }] } },
  });
});
