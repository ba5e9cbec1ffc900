/** Microsoft Teams as an adapter: one route, one Chat. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Adapter, AdapterDeps } from '../adapter.js';
import { createConnectors, createTurns, credentialsFor } from './app.js';
import { createTeamsChat } from './chat.js';
import { endpoints, isLoopbackUrl, type TeamsConfig } from './config.js';
import { isLocal, takeIn, type Allowed, type Taken } from './door.js';
import { createHear } from './hear.js';
import { readActivity, tenantOf } from './inbound.js';
import { createTokenCheck } from './inbound-token.js';
import { logFailure } from './log.js';
import { createAppToken, Unregistered } from './outbound-token.js';
import { createReferences } from './references.js';
import { createRespond } from './respond.js';
import { createRoster, userOf } from './roster.js';

export type { Cloud, TeamsConfig } from './config.js';

/** @throws when the configuration lacks something, naming the setting and the remedy. */
export function createTeams(config: TeamsConfig, deps: AdapterDeps): Adapter {
  const { identity } = config;
  const log = deps.log.child({ adapter: 'teams' });
  const azure = config.mode === 'azure' ? { ...config, ...endpoints(config, identity) } : undefined;
  const scope = azure?.scope ?? '';

  const check = azure && createTokenCheck(azure);
  const appToken = azure?.password ? createAppToken({ ...azure, password: azure.password }) : undefined;
  const connectors = createConnectors(credentialsFor(config, scope, appToken), azure?.mayAnswer ?? isLoopbackUrl);
  const turn = createTurns(connectors, scope);

  const accountOf = (person: string) => deps.accountOf(person, 'teams');
  const mentionOf = (person: string) => {
    const account = accountOf(person);
    return account === undefined ? undefined : userOf(account);
  };
  const references = createReferences(deps.addresses);
  const roster = createRoster({ connectors, references, identity, botId: `28:${azure?.appId ?? 'deskhand'}` });
  const { chat, send } = createTeamsChat({ connectors, references, roster, mentionOf, accountOf });
  const respond = createRespond({ send, mentionOf });
  const hear = createHear({ perform: deps.perform, log, respond, send, references, roster });

  const underWay = new Set<Promise<void>>();
  let stopped = false;

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
    if (!azure) return isLoopbackUrl(inbound.activity.serviceUrl);
    const { activity } = inbound;
    const ours = azure.tenantId === undefined || tenantOf(activity) === azure.tenantId;
    return activity.channelId === 'msteams' && ours && azure.mayAnswer(activity.serviceUrl);
  }

  const failed = (error: unknown) => void logFailure(log, error, 'a turn failed');

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await takeIn(request, response, (taken) => allows(request, taken));
    if (!body) return;
    const inbound = readActivity(body);
    const known = inbound.kind !== 'nothing' && isForUs(inbound);
    const answer = known ? await turn(body, () => hear(inbound)).catch(failed) : undefined;
    const json = answer === undefined ? '' : JSON.stringify(answer);
    response.writeHead(200, json ? { 'content-type': 'application/json; charset=utf-8' } : {}).end(json);
  }

  return {
    chats: [chat],
    routes: [
      {
        method: 'POST',
        path: '/api/messages',
        async handle(request, response) {
          if (stopped) {
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
    async stop() {
      stopped = true;
      await Promise.allSettled(underWay);
    },
  };
}
