/** Microsoft Teams as an adapter: one route, one Chat. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Adapter, AdapterDeps } from '../adapter.js';
import { tenantOf } from './activity.js';
import { createConnectors, createTurns, credentialsFor } from './app.js';
import { createCalls } from './calls.js';
import { createTeamsChat } from './chat.js';
import { endpoints, type TeamsConfig } from './config.js';
import { createLocalService, isLocal, takeIn, type Allowed, type Taken } from './door.js';
import { createDoubts } from './doubts.js';
import { createHear, sentencesFor } from './hear.js';
import { readActivity } from './inbound.js';
import { createTokenCheck } from './inbound-token.js';
import { logFailure } from './log.js';
import { createLookups } from './lookups.js';
import { createAppToken, Unregistered } from './outbound-token.js';
import { createReferences } from './references.js';
import { createRespond, unknownButton } from './respond.js';
import { createRoster, userOf } from './roster.js';

export type { Cloud, TeamsConfig } from './config.js';

/** What Teams has not answered by then is given up when the desk stops; it is kept, and done after the next start. */
const STOP_MS = 2_000;

/** @throws when the configuration lacks something, naming the setting and the remedy. */
export function createTeams(config: TeamsConfig, deps: AdapterDeps): Adapter {
  const { identity } = config;
  const log = deps.log.child({ adapter: 'teams' });
  const azure = config.mode === 'azure' ? { ...config, ...endpoints(config, identity) } : undefined;
  const scope = azure?.scope ?? '';

  const check = azure && createTokenCheck(azure);
  const appToken = azure?.password ? createAppToken({ ...azure, password: azure.password }) : undefined;
  const mayAnswer = azure?.mayAnswer ?? createLocalService();
  const connectors = createConnectors(credentialsFor(config, scope, appToken), mayAnswer);
  const turn = createTurns(connectors, scope);
  const calls = createCalls();
  const doubts = createDoubts();
  const stopping = new AbortController();

  const accountOf = (person: string) => deps.accountOf(person, 'teams');
  const mentionOf = (person: string) => {
    const account = accountOf(person);
    return account === undefined ? undefined : userOf(account);
  };
  const references = createReferences(deps.addresses);
  const botId = `28:${azure?.appId ?? 'deskhand'}`;
  const lookups = createLookups({ connectors, calls, doubts, references });
  const roster = createRoster({ connectors, lookups, references, identity, botId });
  const { chat, send, redraw } = createTeamsChat({
    connectors,
    calls,
    doubts,
    references,
    roster,
    mentionOf,
    accountOf,
  });
  const respond = createRespond({ send, redraw, mentionOf });
  const { perform, deliveries } = deps;
  const heard = createHear({ perform, deliveries, log, respond, send, references, roster, stopping: stopping.signal });

  const underWay = new Set<Promise<void>>();
  let isClosing = false;

  async function allows(request: IncomingMessage, body: Taken): Promise<Allowed> {
    if (!check) return isLocal(request) ? 'yes' : 'no';
    try {
      return (await check.allows(request.headers.authorization, body)) ? 'yes' : 'no';
    } catch (error) {
      logFailure(log, error, "the Bot Framework's keys cannot be had, so nobody can be let in");
      return 'unknown';
    }
  }

  /** People are known by their directory, so only Teams is heard, and only the directory that the app is for. */
  function isForUs(inbound: Extract<ReturnType<typeof readActivity>, { activity: unknown }>): boolean {
    const { activity } = inbound;
    if (!azure) return mayAnswer(activity.serviceUrl);
    const ours = azure.tenantId === undefined || tenantOf(activity) === azure.tenantId;
    return activity.channelId === 'msteams' && ours && mayAnswer(activity.serviceUrl);
  }

  /** Gives the body of the response. @throws when it may not be acknowledged. */
  async function answerTo(body: Taken): Promise<unknown> {
    const inbound = readActivity(body);
    if (inbound.kind !== 'nothing' && isForUs(inbound)) return turn(body, () => heard.hear(inbound));
    // Teams shows an error of its own to the person who pressed a button and got no answer that it knows.
    const isPress = body.type === 'invoke' && body['name'] === 'adaptiveCard/action';
    return isPress ? unknownButton(sentencesFor(body['locale']).tooOld) : undefined;
  }

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await takeIn(request, response, (taken) => allows(request, taken));
    if (!body) return;
    try {
      const answer = await answerTo(body);
      const json = answer === undefined ? '' : JSON.stringify(answer);
      response.writeHead(200, json ? { 'content-type': 'application/json; charset=utf-8' } : {}).end(json);
    } catch (error) {
      logFailure(log, error, 'an activity was not taken; Teams may deliver it again');
      response.writeHead(503).end();
    }
  }

  return {
    chats: [chat],
    routes: [
      {
        method: 'POST',
        path: '/api/messages',
        async handle(request, response) {
          if (isClosing) {
            response.writeHead(503, { connection: 'close' }).end();
            return;
          }
          const work = receive(request, response);
          underWay.add(work);
          await work.finally(() => underWay.delete(work));
        },
      },
    ],
    async start() {
      const warmed = await Promise.allSettled([check?.warm(), appToken?.()]);
      for (const each of warmed) {
        if (each.status === 'fulfilled') continue;
        if (each.reason instanceof Unregistered) throw each.reason;
        logFailure(log, each.reason, 'Teams cannot be reached yet; it is asked again with the next message');
      }
    },
    replay: (body) => heard.replay(body),
    async stop() {
      isClosing = true;
      const ended = Promise.allSettled([deliveries.stop(), ...underWay]);
      await Promise.race([ended, sleep(STOP_MS, undefined, { ref: false })]);
      stopping.abort();
      lookups.stop();
      calls.stop();
      await ended;
    },
  };
}
