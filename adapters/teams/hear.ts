/**
 * What becomes of an activity. Words and presses that come as messages are acknowledged when they are kept, and answered
 * afterwards; an invoke is answered in its response, and what must be posted besides follows it.
 */
import { Busy, type Account, type Recipient, type Request } from '../../src/chat.js';
import { command as commands } from '../../src/language/command.js';
import type { Delivery } from '../../src/deliveries.js';
import { createOnce } from '../../src/shared-work.js';
import { wording } from '../../src/language/wording.js';
import type { AdapterDeps } from '../adapter.js';
import { isElsewhere, kindOf, originOf, tenantOf, type Activity } from './activity.js';
import { addressOf, conversationOf } from './address.js';
import { budgetOf, by, within } from './budget.js';
import { readActivity, type Inbound } from './inbound.js';
import { Broken, guarded, logFailure } from './log.js';
import { createOrder } from './order.js';
import { createPresence, type Presence } from './presence.js';
import type { Pointed } from './reported.js';
import type { References } from './references.js';
import { inWords, note, told, unknownButton, type createRespond, type Shown } from './respond.js';
import type { Roster } from './roster.js';

type Requested = Extract<Inbound, { request: unknown }>;

/** Answers to invokes that are kept for a redelivery. */
const REMEMBERED = 1_000;
const hereOf = ({ conversation }: Activity): Recipient => addressOf(conversation.id);

/** The desk's sentences in the language of the client, for whom the desk does not know yet. */
export const sentencesFor = (locale: unknown) =>
  wording[typeof locale === 'string' && locale.toLowerCase().startsWith('zh') ? 'zh' : 'en'].common;

export function createHear(deps: {
  perform: AdapterDeps['perform'];
  deliveries: Pick<AdapterDeps['deliveries'], 'take'>;
  log: AdapterDeps['log'];
  respond: ReturnType<typeof createRespond>;
  send(to: Recipient, message: object): Promise<unknown>;
  references: References;
  roster: Roster;
  /** Ends all waiting. */
  stopping: AbortSignal;
}) {
  const { log, perform, references, respond, roster, send, stopping } = deps;
  const answered = createOnce<object | undefined>(REMEMBERED);
  const inOrder = createOrder(stopping);
  const presence = createPresence({ references, roster, log });

  function take({ ask, ...delivery }: Pick<Delivery, 'origin' | 'line' | 'ask'>, activity: object): Promise<void> {
    const asked = async () => {
      const tell = await guarded(deps, 'an activity failed', ask);
      return tell && (() => guarded(deps, 'an answer failed', tell));
    };
    // Teams does not say whether it delivers again.
    const redelivered = true;
    return deps.deliveries.take({
      ...delivery,
      platform: 'teams',
      body: JSON.stringify(activity),
      redelivered,
      ask: asked,
    });
  }
  const referenceOf = (error: unknown): string =>
    error instanceof Broken ? error.reference : logFailure(log, error, 'an activity failed');

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

  /** @param until when Teams must have told who somebody is, in milliseconds of this process. @throws `Busy`. */
  async function ask({ kind, activity, request, replaces }: Requested, until?: number): Promise<Shown> {
    const here = hereOf(activity);
    const id = await by(until, roster.accountOf(activity));
    if (!isElsewhere(activity)) await references.learn(activity, id);
    const account: Account = { platform: 'teams', id, profile: () => by(until, roster.profile(activity)) };
    const asks = request.asks.kind === 'pointed' ? reported(request.asks, activity) : request.asks;
    const answer = await perform({ account, ...request, asks });
    const isNoCommand = asks.kind === 'command' && !commands.safeParse(asks.command).success;
    if (kind === 'card' && answer.kind === 'refused' && isNoCommand)
      return { body: unknownButton(inWords(answer.why, answer.for)) };
    return respond(kind, answer, {
      here,
      ...(replaces === undefined ? {} : { replaces: addressOf(conversationOf(activity.conversation.id), replaces) }),
      async alone() {
        if (kindOf(activity) === 'personal' && !isElsewhere(activity)) return here;
        const own = await roster.reach(id);
        return own === 'unreachable' ? undefined : own;
      },
    });
  }

  const lineOf = ({ conversation }: Activity): string => conversation.id;

  const takeRequest = (inbound: Requested): Promise<void> => {
    const { activity, request } = inbound;
    const line = lineOf(activity);
    const asked = inOrder(line, async () => (await ask(inbound)).tell);
    return take({ origin: request.origin, line, ask: asked }, activity);
  };

  /** What breaks is logged under a reference, which the person is told. */
  async function apologise(error: unknown, { activity, request }: Requested): Promise<void> {
    const { private: isPrivate, mentioned } = request.place;
    // Whether other words in a channel were meant for the desk, only the desk can tell.
    if (!isPrivate && !mentioned && request.asks.kind === 'words') throw error;
    const words = sentencesFor(activity.locale).broken(referenceOf(error));
    const tell = async () => void (await send(hereOf(activity), note(words)));
    const origin = `${request.origin}#broken`;
    await take({ origin, line: lineOf(activity), ask: () => Promise.resolve(tell) }, activity);
  }

  /** Takes what has nothing to be told. */
  const takeQuietly = (origin: string, line: string, work: () => Promise<void>, activity: Activity): Promise<void> =>
    take({ origin, line, ask: () => work().then(() => undefined) }, activity);

  const takePresence = (inbound: Presence): Promise<void> =>
    takeQuietly(inbound.origin, lineOf(inbound.activity), () => presence.notice(inbound), inbound.activity);

  async function takeTeam(activity: Activity): Promise<void> {
    const team = activity.channelData?.team?.id;
    if (team) await takeQuietly(`teams:team/${team}`, team, () => presence.meet(team, activity), activity);
  }

  async function answerTo(inbound: Requested): Promise<object | undefined> {
    const { activity, request } = inbound;
    const end = performance.now() + budgetOf(activity);
    const { body, tell } = await within(end, stopping, () => ask(inbound, end));
    // Acknowledged by the response, so what follows it is kept first.
    if (tell) await take({ origin: request.origin, line: lineOf(activity), ask: async () => tell }, activity);
    return body;
  }

  /** The same invoke once, however often it is delivered while its answer is remembered. */
  async function invoked(inbound: Requested): Promise<object | undefined> {
    const { activity, kind } = inbound;
    try {
      return await answered(originOf(activity), () => answerTo(inbound));
    } catch (error) {
      const say = sentencesFor(activity.locale);
      const words = error instanceof Busy ? say.busy(error.retryAfter) : say.broken(referenceOf(error));
      return kind === 'message' ? undefined : told(kind, words);
    }
  }

  return {
    /** Gives the body of the response. @throws when it may not be acknowledged, so that Teams delivers it again. */
    async hear(inbound: Inbound): Promise<object | undefined> {
      if (inbound.kind === 'nothing') return undefined;
      if (inbound.kind === 'presence') {
        await takePresence(inbound);
        return undefined;
      }
      const team = takeTeam(inbound.activity).catch((error: unknown) =>
        logFailure(log, error, 'the channels of a team are not known'),
      );
      if (inbound.kind !== 'message') return invoked(inbound);
      await takeRequest(inbound).catch((error: unknown) => apologise(error, inbound));
      await team;
      return undefined;
    },

    /** Does the work of an activity again that a dead process acknowledged. */
    async replay(kept: unknown): Promise<void> {
      const inbound = readActivity(typeof kept === 'string' ? JSON.parse(kept) : kept);
      if (inbound.kind === 'presence') await takePresence(inbound);
      else if (inbound.kind !== 'nothing') await takeRequest(inbound);
    },
  };
}
