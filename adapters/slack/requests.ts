/** Takes what Slack sends: asks the desk, acknowledges in time, and tells the person. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '../../src/card.js';
import { Busy, Final, Uncertain, type Profile, type Request } from '../../src/chat.js';
import { describe } from '../../src/errors.js';
import { createOnce } from '../../src/shared-work.js';
import { wording } from '../../src/language/wording.js';
import type { AdapterDeps } from '../adapter.js';
import { accountId } from './address.js';
import type { Acknowledge } from './app.js';
import type { Bot } from './config.js';
import type { Inbound } from './inbound.js';
import { readInbound } from './payload.js';
import type { Listening } from './listening.js';
import type { Pointed } from './reported.js';
import { isSilent, notYet, type Closing, type Respond } from './respond.js';
import type { Once } from './telling.js';

type Deps = Pick<AdapterDeps, 'perform' | 'deliveries' | 'log'> & {
  bot: () => Bot;
  profile(user: string): Promise<Profile>;
  listening: Listening;
  reported(pointed: Pointed): Promise<Request['asks'] | undefined>;
  respond: Respond;
};

/** What comes of a request: how a modal is closed, and how the person is told, if there is anything to tell. */
type Outcome = { closing?: Closing | undefined; tell?: (() => Promise<void>) | undefined };

type Shown = (once: Once) => Promise<void>;

/** The most forms remembered: a form that is sent twice is sent within minutes, which this covers by far. */
const REMEMBERED = 10_000;

const NOBODY: Viewer = { lang: 'en', zone: 'UTC' };

export function createRequests(deps: Deps) {
  const { bot, log, respond, listening, deliveries } = deps;
  const submissions = createOnce<Outcome>(REMEMBERED, ({ closing }) => closing?.response_action === 'errors');

  async function asked({ asks }: Inbound): Promise<Request['asks'] | undefined> {
    if (asks.kind === 'pointed') return deps.reported(asks);
    if (asks.kind !== 'said') return asks;
    const { words, files } = await listening.hear(asks.said);
    return {
      kind: 'words',
      words,
      ...(asks.commanded && { commanded: true }),
      ...(files.length > 0 && { files }),
    };
  }

  /** Says once, in the language of the reader, what came of it; what cannot be drawn is said to be broken. */
  const telling = ({ origin, back, kind }: Inbound, viewer: Viewer, isAgain: boolean, show: Shown) => {
    const once = { mark: origin, again: isAgain };
    return async () => {
      try {
        await show(once);
      } catch (error) {
        if (error instanceof Busy || error instanceof Uncertain || error instanceof Final) throw error;
        const reference = randomUUID().slice(0, 8);
        log.error({ error: describe(error), reference, kind }, 'an answer could not be shown in Slack');
        const broken = { mark: `${origin}:broken`, again: isAgain };
        await respond.say([wording[viewer.lang].common.broken(reference)], viewer, back, broken);
      }
    };
  };

  /** @param isAgain an earlier process, or an earlier delivery, may have told of it. @throws `Busy` to be asked again. */
  async function ask(inbound: Inbound, isAgain: boolean): Promise<Outcome> {
    const { kind, user, origin, place } = inbound;
    if (inbound.foreign) {
      log.warn({ kind }, 'a request from a workspace the app is not installed in was refused');
      const say: Shown = (once) => respond.say([wording.en.common.tooOld], NOBODY, inbound.back, once);
      return isClick(inbound) ? { tell: telling(inbound, NOBODY, isAgain, say) } : {};
    }
    const asks = await asked(inbound);
    if (!asks) return {};
    const account = {
      platform: 'slack',
      id: accountId(bot().team, user),
      profile: () => deps.profile(user),
    } as const;
    const answer = await deps.perform({ account, origin, place, asks });
    const closing = kind === 'submission' ? respond.closing(answer, inbound) : undefined;
    if (closing) return { closing };
    if (isSilent(answer, inbound)) return {};
    // A trigger is good for 3 seconds: a form does not wait until what came before it has been told.
    const opening = respond.opened(answer, inbound);
    opening.catch(() => undefined);
    const show: Shown = async (once) => {
      if (!(await opening)) await respond.answer(answer, inbound, once);
    };
    return { tell: telling(inbound, answer.for, isAgain, show) };
  }

  const deliver = (inbound: Inbound, body: unknown, outcome: () => Promise<Outcome>): Promise<void> =>
    deliveries.take({
      origin: inbound.origin,
      platform: 'slack',
      // As a text: a payload may have keys that a store does not take. Slack's token has served.
      body: JSON.stringify({ ...(body as object), token: undefined }),
      line: lineOf(inbound),
      redelivered: ['words', 'reaction', 'home'].includes(inbound.kind),
      ask: async () => (await outcome()).tell,
    });

  /** The acknowledgement itself closes a form or keeps it open; the sender is told after that. */
  async function submit(inbound: Inbound, body: unknown, acknowledge: Acknowledge): Promise<void> {
    const outcome = await submissions(inbound.origin, async () => {
      try {
        return await ask(inbound, false);
      } catch (error) {
        const [field] = inbound.asks.kind === 'submission' ? Object.keys(inbound.asks.values) : [];
        if (!(error instanceof Busy) || !field) throw error;
        return { closing: notYet(field, error.retryAfter, inbound) };
      }
    });
    await acknowledge(outcome.closing);
    if (outcome.tell) deliver(inbound, body, async () => outcome).catch(() => undefined);
  }

  return {
    /** @throws when Slack is to send it again, or to say that it was not taken. */
    async take(body: unknown, acknowledge: Acknowledge, isAgain: boolean): Promise<void> {
      const inbound = readInbound(body, bot());
      if (inbound?.kind === 'submission') return submit(inbound, body, acknowledge);
      if (inbound) await deliver(inbound, body, () => ask(inbound, isAgain));
      return acknowledge();
    },

    /** Does again what a dead process acknowledged; what cannot be done stays in the log. */
    async replay(kept: unknown): Promise<void> {
      try {
        const body: unknown = JSON.parse(String(kept));
        const inbound = readInbound(body, bot());
        if (inbound) await deliver(inbound, body, () => ask(inbound, true));
      } catch (error) {
        log.error({ error: describe(error) }, 'what was acknowledged before could not be done again');
      }
    },
  };
}

/** Whether the person waits for an answer to something pressed or commanded, and can press it again. */
const isClick = ({ kind }: Inbound) => ['slash', 'action', 'shortcut', 'submission'].includes(kind);

/** What one person is told in one conversation is told in order. */
const lineOf = ({ back: { channel = 'home', thread = '', user } }: Inbound) => `slack:${channel}:${thread}:${user}`;
