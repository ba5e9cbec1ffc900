/** What becomes of an activity: presence is remembered, a request is performed and answered. */
import type { Account, Recipient, Request } from '../../src/chat.js';
import { wording } from '../../src/wording/index.js';
import type { AdapterDeps } from '../adapter.js';
import { addressOf, conversationOf } from './address.js';
import { accountIdOf, isElsewhere, kindOf, tenantOf, type Activity, type Inbound } from './inbound.js';
import type { Pointed } from './reported.js';
import type { References } from './references.js';
import { note, told, type Body, type createRespond } from './respond.js';
import type { Roster } from './roster.js';
import { logFailure } from './log.js';

const hereOf = ({ conversation }: Activity): Recipient => addressOf(conversation.id);

type Requested = Extract<Inbound, { activity: unknown; request: unknown }>;

/** Answers that are kept for a redelivery. */
const REMEMBERED = 1_000;

export function createHear(deps: {
  perform: AdapterDeps['perform'];
  log: AdapterDeps['log'];
  respond: ReturnType<typeof createRespond>;
  send(to: Recipient, message: object): Promise<unknown>;
  references: References;
  roster: Roster;
}) {
  const { log, perform, references, respond, roster, send } = deps;
  const answers = new Map<string, Promise<Body>>();
  const asked = new Set<string>();

  /** The channels of a team are asked for when they may have changed, and once where they were never known. */
  async function learnTeam(activity: Activity, changed: boolean): Promise<void> {
    const team = activity.channelData?.team?.id;
    if (!team || (!changed && asked.has(team))) return;
    asked.add(team);
    try {
      if (changed || !(await references.team(team))) await roster.learnTeam(activity);
    } catch (error) {
      logFailure(log, error, 'the channels of a team are not known');
    }
  }

  function reported({ id, author, ...said }: Pointed, activity: Activity): Request['asks'] {
    const user = author?.user ?? 'nobody';
    const account: Account = {
      platform: 'teams',
      id: `${tenantOf(activity) ?? 'local'}/${user}`,
      profile: () => roster.profileOf(user, author?.name ?? '', activity),
    };
    const ref = `teams:${conversationOf(activity.conversation.id)}/${id}` as const;
    const message = { ref, author: account, words: said.words, at: said.at, files: said.files };
    return { kind: 'message', message, how: 'shortcut' };
  }

  async function answerTo({ kind, activity, request }: Requested): Promise<Body> {
    const id = accountIdOf(activity);
    const account: Account = { platform: 'teams', id, profile: () => roster.profile(activity) };
    const here = hereOf(activity);
    const asks = request.asks.kind === 'pointed' ? reported(request.asks, activity) : request.asks;
    const answer = await perform({ account, ...request, asks });
    return respond(kind, answer, {
      here,
      async alone() {
        if (kindOf(activity) === 'personal' && !isElsewhere(activity)) return here;
        const own = await roster.reach(id);
        return own === 'unreachable' ? undefined : own;
      },
    });
  }

  /** The same request once, however often it is delivered while its answer is remembered. */
  function once(inbound: Requested): Promise<Body> {
    const { origin } = inbound.request;
    const known = answers.get(origin);
    if (known) return known;
    const answer = answerTo(inbound);
    answers.set(origin, answer);
    answer.catch(() => answers.delete(origin));
    for (const oldest of answers.keys()) {
      if (answers.size <= REMEMBERED) break;
      answers.delete(oldest);
    }
    return answer;
  }

  /** Never throws: what breaks is logged under a reference, which the person is told. */
  return async function hear(inbound: Inbound): Promise<Body> {
    if (inbound.kind === 'nothing') return undefined;
    const { activity } = inbound;
    try {
      if (inbound.kind === 'presence' && inbound.gone) {
        await references.forget(activity);
        return undefined;
      }
      if (!isElsewhere(activity)) await references.learn(activity);
      await learnTeam(activity, inbound.kind === 'presence');
      return inbound.kind === 'presence' ? undefined : await once(inbound);
    } catch (error) {
      const reference = logFailure(log, error, 'an activity failed');
      const lang = activity.locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
      const words = wording[lang].chat.broken(reference);
      if (inbound.kind === 'presence') return undefined;
      if (inbound.kind !== 'message') return told(inbound.kind, words);
      await send(hereOf(activity), note(words)).catch((again: unknown) =>
        logFailure(log, again, 'nor could it be told'),
      );
      return undefined;
    }
  };
}
