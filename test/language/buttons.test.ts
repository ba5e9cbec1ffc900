/**
 * Old cards are persisted clients: what they send is read by the adapters of today, and the desk gets the same command.
 * Fixtures hold what buttons and forms sent when they were drawn: one of each command (test/kit/buttons.ts says how to add
 * some), and those of the stories, a release each (test/kit/cards.ts). Where a key gets an alias, a fixture's `command` is
 * what it is now; what it sends stays.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { pino } from 'pino';
import { readInbound } from '../../adapters/slack/payload.js';
import { readActivity } from '../../adapters/teams/inbound.js';
import type { Account, Request } from '../../src/chat.js';
import { createDesk } from '../../src/desk.js';
import { done } from '../../src/reply.js';
import { stampOf } from '../../src/stamp.js';
import { EPOCH, keep, keptOf, missing, platforms, type Kept, type Platform } from '../kit/buttons.js';
import { valuesOf } from '../kit/slack-fake.js';
import type { Json } from '../kit/teams-rules.js';

const read = (file: string) => JSON.parse(readFileSync(`test/fixtures/${file}`, 'utf8')) as unknown;
const bot = { team: 'T0DESK', user: 'U0BOT' };

/** What the desk hands to its rooms when somebody who may do everything asks this: a command, or the draft of a form. */
async function got(asks: Request['asks'], epoch: string | undefined): Promise<Json> {
  const viewer = { lang: 'en', zone: 'Europe/Berlin' } as const;
  const handed: Json[] = [];
  const each = (take: (what: Json) => object) => new Proxy({}, { get: () => async (what: Json) => take(what) });
  const desk = createDesk({
    accounts: {
      identify: async () => ({ id: 'ada', name: 'Ada', roles: ['agent', 'lead', 'security', 'admin'] }),
      viewer: () => viewer,
    },
    handlers: each((command) => {
      handed.push(command);
      return done();
    }),
    forms: each((draft) => {
      // What is sent is held against the questions of its form first.
      if (asks.kind !== 'submission') handed.push({ do: 'show-form', draft });
      return { for: viewer, title: '', fields: [], submit: '', cancel: '', draft };
    }),
    clock: { now: () => new Date('2026-11-23T08:00:00Z') },
    log: pino({ level: 'silent' }),
    stamp: stampOf(epoch),
    chosen: async () => {},
    observe: () => {},
  } as never);
  const account: Account = { platform: 'slack', id: 'T0DESK/U1ADA', profile: () => Promise.reject(new Error('known')) };
  const { kind } = await desk.perform({
    account,
    origin: 'slack:1',
    place: { platform: 'slack', private: true },
    asks,
  });
  expect(['done', 'form']).toContain(kind);
  expect(handed).toHaveLength(1);
  return handed[0]!;
}

type Payload = { payload: Json };
const { payload: click } = read('slack/block-actions.json') as Payload;
const { payload: submission } = read('slack/view-submission.json') as Payload;
function fromSlack(sends: Json): Request['asks'] {
  const body =
    'value' in sends
      ? { ...click, actions: [{ ...(click['actions'] as Json[])[0], value: sends['value'] }] }
      : { ...submission, view: { ...(submission['view'] as Json), ...sends } };
  return readInbound(body, bot)!.asks as Request['asks'];
}

type Recorded = { name: string; activity: Json };
const activities = read('teams/activities.json') as Recorded[];
const invoked = (name: string, value: Json) => ({
  ...activities.find(({ activity }) => activity['type'] === 'invoke')!.activity,
  name,
  value,
});

/** All the ways in which Teams brings what a button or form carries. */
function fromTeams({ how, sends }: Kept): Request['asks'][] {
  const { msteams: _, ...data } = sends;
  const bodies = {
    pressed: [
      invoked('adaptiveCard/action', {
        action: { type: 'Action.Execute', verb: 'any', data: sends },
        trigger: 'manual',
      }),
      { ...invoked('', sends), type: 'message', name: undefined },
    ],
    'opens its form': [invoked('task/fetch', { data: { ...data, type: 'task/fetch' } })],
    'filled in': [invoked('task/submit', { data: sends }), invoked('composeExtension/submitAction', { data: sends })],
  }[how];
  return bodies.map((body) => {
    const activity = readActivity(body);
    if (!('request' in activity)) throw new Error('it is a request');
    return activity.request.asks as Request['asks'];
  });
}

const brought: Record<Platform, (kept: Kept) => Request['asks'][]> = {
  slack: ({ sends }) => [fromSlack(sends)],
  teams: fromTeams,
};

if (process.env['KEEP'] === 'buttons') platforms.forEach(keep);

describe.each(platforms)('on %s', (platform) => {
  const fixtures = keptOf(platform).map((kept) => [String(kept.command['do']), kept.how, kept] as const);

  test.each(fixtures)('%s, %s', async (_, how, kept) => {
    const { command } = kept;
    const expected = how === 'opens its form' ? { do: 'show-form', draft: { ...command, epoch: EPOCH } } : command;
    for (const asks of brought[platform](kept)) expect(await got(asks, EPOCH)).toEqual(expected);
  });

  test('every command has its fixtures, with all that it can carry (KEEP=buttons adds them)', () => {
    expect(missing(platform).map(({ command, how }) => `${String(command['do'])}, ${how}`)).toEqual([]);
  });
});

/** What cards of earlier releases carried, by the file it is kept in. */
const carried = platforms.flatMap((platform) =>
  readdirSync(`test/fixtures/${platform}`)
    .filter((file) => /^(cards|messages)-[\d.]+\.json$/.test(file))
    .map((file) => {
      const content = read(`${platform}/${file}`) as Json[];
      return [
        platform,
        file,
        file.startsWith('messages') ? content.flatMap(({ blocks }) => (blocks as Json[]).flatMap(valuesOf)) : content,
      ] as const;
    }),
);

test.each(carried)('%s: the buttons of %s do what they did', async (platform, _, all) => {
  expect(all).not.toEqual([]);
  for (const each of all) {
    const { command = each } = (each['deskhand'] ?? {}) as { command?: Json };
    const { epoch: _, ...expected } = command;
    const sends = platform === 'slack' ? { value: JSON.stringify(each) } : each;
    const how = command['do'] === 'show-form' ? 'opens its form' : 'pressed';
    for (const asks of brought[platform]({ command, how, sends })) expect(await got(asks, undefined)).toEqual(expected);
  }
});
