/**
 * `npm run --silent judge-words -- --words W.jsonl`: what the desk makes of each message in its scene. Every line is a
 * fresh talk with the whole desk over a store of its own; reads `say` and `scene` alone, and nothing goes to the network.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Connection } from 'mongoose';
import { pino } from 'pino';
import { z } from 'zod';
import { loadKnowledge } from '../knowledge/matcher/index.js';
import { printJsonl, readJsonl, runCommand } from '../knowledge/matcher/jsonl.js';
import type { Accounts } from '../src/accounts.js';
import type { Announcer } from '../src/announce.js';
import { createBackground } from '../src/background.js';
import type { Button } from '../src/card.js';
import type { Place } from '../src/chat.js';
import { createDesk } from '../src/desk.js';
import type { Command } from '../src/language/command.js';
import type { Intent } from '../src/language/intents.js';
import { meantBy } from '../src/language/small-talk.js';
import { understand } from '../src/language/understand.js';
import { wording } from '../src/language/wording.js';
import { createLibrary } from '../src/articles/articles.library.js';
import type { Person } from '../src/people.js';
import { openRegister } from '../src/directory/register.store.js';
import { readPolicies } from '../src/policies.js';
import type { Answer } from '../src/reply.js';
import { openRooms } from '../src/rooms.js';
import { loadSops } from '../src/sops/sops.shelf.js';
import { stampOf } from '../src/stamp.js';
import { connectStore } from '../src/store/connect.js';
import { openSideCollections } from '../src/store/side-collections.js';

/** Wednesday morning in Berlin: the present of all lines. */
const NOW = new Date('2026-02-11T09:00:00Z');
const LISTED = 5;

const Row = z.object({
  say: z.string(),
  scene: z
    .object({
      role: z.string().default('employee'),
      tickets: z.number().default(0),
      approvals: z.number().default(0),
      requests: z.number().default(0),
      place: z.string().default('direct'),
    })
    .prefault({}),
});
type Scene = z.infer<typeof Row>['scene'];

/** What typed commands mean. */
const meanings: Partial<Record<Command['do'], Intent>> = {
  'list-mine': 'own-tickets',
  'show-ticket': 'ticket-status',
  comment: 'ticket-add',
  'list-approvals': 'approval-list',
  oncall: 'oncall-who',
  queue: 'queue-show',
  help: 'help-capabilities',
  'show-request': 'access-status',
  'show-change': 'change-when',
  'find-sop': 'sop-find',
  'set-language': 'language',
  leave: 'leave',
  'list-leave': 'leave',
  close: 'ticket-close',
  reopen: 'ticket-reopen',
};
const forms: Partial<Record<Command['do'], Intent>> = {
  'open-ticket': 'ticket-new',
  'request-access': 'access-request',
  'open-change': 'change-new',
  leave: 'leave',
};

const reads = /^(?:show-(?!form)|list-|helped$|help$|why|find-|oncall$|forecast$|queue$)/;

function didOf(reply: Answer, changed: boolean): string {
  if (changed) return 'changed';
  if (reply.kind === 'refused') return 'refused';
  if (reply.kind === 'form') return 'offered';
  if (reply.kind !== 'card') return 'answered';
  const buttons = reply.card.parts.flatMap((part): readonly Button[] => (part.kind === 'buttons' ? part.buttons : []));
  if (buttons.some(({ does }) => !reads.test(does.do))) return 'offered';
  if (buttons.length > 0) return 'showed';
  return reply.card.parts.some(({ kind }) => kind === 'list' || kind === 'facts') ? 'showed' : 'answered';
}

/** Everything that people's doings would change, by its state. */
async function contents(connection: Connection): Promise<string> {
  const records = ['tickets', 'requests', 'changes', 'duty', 'leave', 'phrasings', 'drafts'];
  const all = await connection.db!.collections();
  const found = await Promise.all(
    all
      .filter(({ collectionName }) => records.includes(collectionName))
      .map(async (each) =>
        (await each.find({}, { projection: { version: 1 } }).toArray()).map(
          ({ _id, version }) => `${String(_id)}@${String(version)}`,
        ),
      ),
  );
  return found.flat().toSorted().join();
}

await runCommand(async () => {
  const { values } = parseArgs({ options: { words: { type: 'string' } } });
  if (values.words === undefined) throw new Error('Usage: npm run --silent judge-words -- --words W.jsonl');
  const rows = await readJsonl(values.words, Row);
  const dataDir = await mkdtemp(join(tmpdir(), 'judge-words-'));
  const log = pino({ level: 'error' }, pino.destination(2));
  const store = await connectStore({ dataDir });
  const { connection } = store;
  try {
    const policies = readPolicies('policies');
    const { directory } = policies;
    const collections = openSideCollections(connection);
    let relanguaged = false;
    const accounts = {
      platforms: () => ['slack'],
      accountOf: (id: string) => id,
      viewer: ({ lang, zone }: Person) => ({ lang, zone }),
      identify: async ({ id }: { id: string }) => directory.person(id)!,
      heard: async () => {},
      setLanguage: async () => void (relanguaged = true),
    } as unknown as Accounts;
    const library = createLibrary(await loadKnowledge('knowledge'));
    const { shelf } = await loadSops('knowledge/sops', directory);
    const rooms = await openRooms({
      connection,
      collections,
      policies,
      register: openRegister(connection, collections.revision('directory')),
      accounts,
      announcer: { soon: () => {}, register: () => {} } as unknown as Announcer,
      background: createBackground(log),
      chats: [],
      library,
      sops: () => shelf,
      secret: () => undefined,
      beats: async () => [],
      clock: { now: () => NOW },
      log,
    });
    const desk = createDesk({
      accounts,
      handlers: rooms.handlers,
      forms: rooms.forms,
      clock: { now: () => NOW },
      log,
      ears: { recordOf: async () => undefined, boundTo: async () => undefined, feedOf: async () => undefined },
      channels: rooms.channels,
      awaiting: rooms.awaiting,
      serve: rooms.meaning.serve,
      chosen: rooms.chosen,
      stamp: stampOf(undefined),
      observe: () => {},
    });
    let deliveries = 0;
    const act = (who: string, command: Command) =>
      desk.act(directory.person(who)!, command, { now: NOW, origin: `scene-${++deliveries}` });

    async function set({ role, tickets, approvals, requests }: Scene): Promise<Person> {
      for (const each of await connection.db!.collections())
        if (/^(?:tickets|requests|changes|questions)$/.test(each.collectionName)) await each.deleteMany({});
      const ids: Record<string, string> = { approver: 'manager' };
      const speaker = directory.person(ids[role] ?? role) ?? directory.person('employee')!;
      const titles = ['Scanner reads nothing', 'Second screen stays dark', 'Headset crackles'];
      for (const title of titles.slice(0, tickets))
        await act(speaker.id, { do: 'open-ticket', title, impact: 'low', urgency: 'medium' });
      const rights = ['crm-read', 'crm-audit'];
      const asker = speaker.id === 'employee' ? 'agent' : 'employee';
      for (const entitlement of rights.slice(0, approvals))
        await act(asker, { do: 'request-access', entitlement, hours: 8, reason: 'quarter closing' });
      await connection.collection('requests').updateMany({}, { $set: { waitingFor: [speaker.id] } });
      if (requests > 0)
        await act(speaker.id, { do: 'request-access', entitlement: 'crm-read', hours: 8, reason: 'quarter closing' });
      return speaker;
    }

    const out = [];
    for (const { say: words, scene } of rows) {
      const speaker = await set(scene);
      const place: Place = {
        platform: 'slack',
        private: scene.place !== 'channel',
        ...(scene.place === 'channel' ? { mentioned: true } : {}),
        ...(scene.place === 'thread' ? { thread: 'slack:card', message: 'slack:words' } : {}),
      };
      const viewer = accounts.viewer(speaker);
      const context = {
        now: NOW,
        origin: `words-${++deliveries}`,
        by: speaker.id,
        actor: speaker,
        viewer,
        say: wording[viewer.lang],
        place,
      };
      const { meanings: found, slots } = await rooms.meaning.understandFreely(words, context);
      const typed = understand(words, {});
      const said = typed.do === 'words' ? meantBy(words) : undefined;
      const exact: Command | undefined = typed.do === 'words' ? said : typed;
      const intent: Intent | undefined =
        said?.do === 'show-form'
          ? 'human'
          : exact && (exact.do === 'show-form' ? forms[exact.draft.do] : meanings[exact.do]);
      const before = await contents(connection);
      relanguaged = false;
      const reply = await desk.perform({
        account: { platform: 'slack', id: speaker.id, profile: () => Promise.reject(new Error('known')) },
        origin: context.origin,
        place,
        asks: { kind: 'words', words },
      });
      const changed = relanguaged || before !== (await contents(connection));
      const means = found.slice(0, LISTED).map((each) => ({ ...each, confidence: Number(each.confidence.toFixed(4)) }));
      out.push({
        say: words,
        means: intent
          ? [{ intent, confidence: 0.95 }, ...means.filter((each) => each.intent !== intent)].slice(0, LISTED)
          : means,
        did: didOf(reply, changed),
        slots,
      });
    }
    await printJsonl(out);
  } finally {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});
