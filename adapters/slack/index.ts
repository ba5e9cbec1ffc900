/** The desk in Slack. */
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Viewer } from '../../src/card.js';
import { Busy, type Profile, type Request } from '../../src/chat.js';
import { describe } from '../../src/errors.js';
import { wording } from '../../src/wording/index.js';
import type { Adapter, AdapterDeps } from '../adapter.js';
import { accountId, userOf } from './address.js';
import { createApp, type Take } from './app.js';
import { createChat } from './chat.js';
import { createClient, translate } from './client.js';
import type { Bot, SlackConfig } from './config.js';
import { readInbound, type Inbound } from './inbound.js';
import { createOnce } from './once.js';
import { createReported } from './reported.js';
import { createRespond, type Closing } from './respond.js';
import { explain, introduce } from './start.js';

export type { SlackConfig } from './config.js';

/** Slack gives 3 seconds; a click that takes longer is acknowledged without its answer, which follows. */
const PATIENCE = 2_500;

export function createSlack(config: SlackConfig, deps: AdapterDeps): Adapter {
  const { log } = deps;
  const client = createClient(config, log);
  let installed: Bot | undefined;
  let stopping = false;
  const inFlight = new Set<Promise<unknown>>();
  const once = createOnce<Closing | undefined>((closing) => closing?.response_action === 'errors');

  const bot = () => {
    if (!installed) throw new Error('Slack is not started yet');
    return installed;
  };
  const mention = (person: string) => userOf(deps.accountOf(person, 'slack'), bot().team);
  const respond = createRespond({ client, mention, isSlack: isOurs(config.apiUrl ?? 'https://slack.com/api/') });

  async function profile(user: string): Promise<Profile> {
    const { user: found } = await client.users.info({ user, include_locale: true });
    const { is_restricted, is_ultra_restricted, is_bot, is_stranger, deleted } = found ?? {};
    // Another workspace of a shared channel can give its people any address, so they are never one's own.
    const elsewhere = found?.team_id !== bot().team;
    const verified = found?.is_email_confirmed !== false && !elsewhere && config.identity === 'email';
    return {
      name: found?.real_name ?? found?.name ?? user,
      guest: [is_restricted, is_ultra_restricted, is_bot, is_stranger, deleted, elsewhere].some(Boolean),
      ...(verified && found?.profile?.email && { email: found.profile.email }),
      ...(found?.locale && { locale: found.locale }),
      ...(found?.tz && { zone: found.tz }),
    };
  }

  const reported = createReported({ client, bot, profile });

  async function serve(inbound: Inbound): Promise<Closing | undefined> {
    const { kind, team, user, origin, place, back } = inbound;
    let viewer: Viewer = { lang: 'en', zone: 'UTC' };
    try {
      if (inbound.foreign) {
        log.warn({ kind }, 'a request from a workspace the app is not installed in was refused');
        if (isClick(inbound)) await respond.say([wording.en.chat.tooOld], viewer, back);
        return undefined;
      }
      const asks = inbound.asks.kind === 'pointed' ? await reported(inbound.asks) : inbound.asks;
      if (!asks) return undefined;
      const request: Request = {
        account: { platform: 'slack', id: accountId(team, user), profile: () => profile(user) },
        origin,
        place,
        asks,
      };
      const answer = await deps.perform(request);
      viewer = answer.for;
      return await respond.answer(answer, inbound);
    } catch (error) {
      // Slack redelivers words that are not acknowledged, and the desk then answers the same.
      if ((kind === 'words' || kind === 'reaction') && translate(error) instanceof Busy) throw error;
      const reference = randomUUID().slice(0, 8);
      log.error({ error: describe(error), reference, kind }, 'an answer could not be shown in Slack');
      await respond.say([wording[viewer.lang].chat.broken(reference)], viewer, back).catch(() => {});
      return undefined;
    }
  }

  const take: Take = async (body, acknowledge) => {
    if (stopping) throw new Error('the desk is stopping');
    const inbound = readInbound(body, bot());
    if (!inbound) return acknowledge();
    const work = once(inbound.origin, () => serve(inbound));
    inFlight.add(work);
    work.catch(() => {}).finally(() => inFlight.delete(work));
    // Words are redelivered until they are acknowledged, and a modal stays open with what was typed; only a click or
    // command, which claim nothing when acknowledged, may be acknowledged before their work is done.
    if (isClick(inbound) && inbound.kind !== 'submission') {
      await Promise.race([work, wait(PATIENCE, undefined, { ref: false })]);
      return acknowledge();
    }
    return acknowledge(await work);
  };

  const app = createApp(config, bot, take, log);
  const chat = createChat({ client, bot, mention, byEmail: config.identity === 'email', log });

  return {
    chats: [chat],
    routes: app.routes,
    async start() {
      installed = await introduce(client, config, log);
      await app.start().catch((error: unknown) => {
        throw explain(error, config, 'SLACK_APP_TOKEN', 'the app-level token (xapp-…) from “Basic Information”');
      });
      log.info({ team: installed.team, mode: config.mode }, 'Slack is connected');
    },
    async stop() {
      stopping = true;
      await Promise.allSettled(inFlight);
      await app.stop();
    },
  };
}

/** Whether the person waits for an answer to something pressed or commanded, and can press it again. */
const isClick = ({ kind }: Inbound) => ['slash', 'action', 'shortcut', 'submission'].includes(kind);

/** Answers go only to the configured Slack and to its `hooks.` host, whatever address a payload names. */
function isOurs(apiUrl: string) {
  const { origin, protocol, host } = new URL(apiUrl);
  const ours = [origin, `${protocol}//hooks.${host}`];
  return (url: string) => URL.canParse(url) && ours.includes(new URL(url).origin);
}
