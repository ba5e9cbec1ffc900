/** The desk in Slack. */
import type { Adapter, AdapterDeps } from '../adapter.js';
import { userOf } from './address.js';
import { createApp } from './app.js';
import { createChat } from './chat.js';
import { createAsking, createClient } from './client.js';
import type { Bot, SlackConfig } from './config.js';
import { createListening } from './listening.js';
import { createPosting } from './posting.js';
import { createProfiles } from './profiles.js';
import { createReported } from './reported.js';
import { createRequests } from './requests.js';
import { createRespond } from './respond.js';
import { explain, introduce } from './start.js';
import { createTelling } from './telling.js';

export type { SlackConfig } from './config.js';

/** Milliseconds left to calls that Slack has not answered when the desk stops. */
const GRACE = 2_000;

export type SlackDeps = AdapterDeps & {
  /** What the desk calls the person behind an account, or behind an e-mail address that Slack vouches for. */
  nameOf(account: string, email?: string): string | undefined;
};

export function createSlack(config: SlackConfig, deps: SlackDeps): Adapter {
  const { log } = deps;
  const closing = new AbortController();
  const client = createClient(config, log, closing.signal);
  const asking = createAsking();
  const { ask } = asking;
  let installed: Bot | undefined;
  let stopping = false;

  const bot = () => {
    if (!installed) throw new Error('Slack is not started yet');
    return installed;
  };
  const mention = (person: string) => userOf(deps.accountOf(person, 'slack'), bot().team);
  const isSlack = isOurs(config.apiUrl ?? 'https://slack.com/api/');

  const profile = createProfiles({ client, ask, bot, identity: config.identity });
  const posting = createPosting({ client, ask });
  const listening = createListening({ client, ask, bot, profile, nameOf: deps.nameOf });
  const reported = createReported({ client, ask, bot, profile, listening, log });
  const tell = createTelling({ client, ask, posting, isSlack, closing: closing.signal });
  const respond = createRespond({ client, ask, mention, posting, tell });
  const { perform, deliveries } = deps;
  const requests = createRequests({ perform, deliveries, log, bot, profile, listening, reported, respond });

  const app = createApp(config, bot, log, closing.signal, async (body, acknowledge, isAgain) => {
    if (stopping) throw new Error('the desk is stopping');
    await requests.take(body, acknowledge, isAgain);
  });
  const chat = createChat({ client, ask, posting, bot, mention, byEmail: config.identity === 'email', log });

  return {
    chats: [chat],
    routes: app.routes,
    replay: requests.replay,
    async start() {
      installed = await introduce(client, config, log);
      await app.start().catch((error: unknown) => {
        throw explain(error, config, 'SLACK_APP_TOKEN', 'the app-level token (xapp-…) from “Basic Information”');
      });
      log.info({ team: installed.team, mode: config.mode }, 'Slack is connected');
    },
    async stop() {
      stopping = true;
      // A delivery that hangs is let go: it is kept, and the next process looks whether it arrived.
      setTimeout(() => {
        asking.stop();
        closing.abort(new Error('the desk is stopping'));
      }, GRACE).unref();
      await Promise.all([deps.deliveries.stop(), app.settled()]);
      await app.stop();
    },
  };
}

/** Answers go only to the configured Slack and to its `hooks.` host, whatever address a payload names. */
function isOurs(apiUrl: string) {
  const { origin, protocol, host } = new URL(apiUrl);
  const ours = [origin, `${protocol}//hooks.${host}`];
  return (url: string) => URL.canParse(url) && ours.includes(new URL(url).origin);
}
