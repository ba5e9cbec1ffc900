/**
 * botbuilder's CloudAdapter, set up so that a request costs no new client and no second look at its token: `turn` takes
 * activities whose sender is already verified. (With ./chat.ts the only file that knows botbuilder.)
 */
import { CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import {
  BotFrameworkAuthentication,
  ClaimsIdentity,
  ConnectorClient,
  ConnectorFactory,
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  TeamsConnectorClient,
} from 'botframework-connector';
import { Busy } from '../../src/chat.js';
import { DEFAULT_WAIT } from './calls.js';
import type { TeamsConfig } from './config.js';
import { Unregistered, type createAppToken } from './outbound-token.js';

type Credentials = ConstructorParameters<typeof ConnectorClient>[0];

const anonymous: Credentials = { signRequest: (request) => Promise.resolve(request) };

/** Credentials of the app towards Teams: none for local tools, the app's own token, or a managed identity. */
export function credentialsFor(
  config: TeamsConfig,
  scope: string,
  appToken: ReturnType<typeof createAppToken> | undefined,
): Credentials {
  if (config.mode === 'emulator') return anonymous;
  if (appToken)
    return {
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await appToken().catch(unsigned)}`);
        return request;
      },
    };
  const identities = new ManagedIdentityServiceClientCredentialsFactory(config.appId, new JwtTokenProviderFactory());
  return {
    signRequest: async (request) => {
      const own = await identities.createCredentials(config.appId, scope).catch(unsigned);
      return own.signRequest(request).catch(unsigned);
    },
  };
}

/** Without a token nothing is sent, so all can be asked again; but a wrong setting has to be mended. */
function unsigned(error: unknown): never {
  throw error instanceof Unregistered ? error : new Busy(DEFAULT_WAIT);
}

/**
 * Clients of Teams' REST API by service URL, kept. They never retry: a repeated POST would be a second message.
 * @throws for a service that may not be answered.
 */
export function createConnectors(credentials: Credentials, mayAnswer: (serviceUrl: string) => boolean) {
  const connectors = new Map<string, { connector: ConnectorClient; teams: TeamsConnectorClient }>();
  return (serviceUrl: string) => {
    const known = connectors.get(serviceUrl);
    if (known) return known;
    if (!mayAnswer(serviceUrl)) throw new Error('this is not a service of Teams that may be answered');
    const options = { baseUri: serviceUrl, userAgent: 'deskhand' };
    const made = {
      connector: withoutRetries(new ConnectorClient(credentials, options)),
      teams: withoutRetries(new TeamsConnectorClient(credentials, options)),
    };
    connectors.set(serviceUrl, made);
    return made;
  };
}
export type Connectors = ReturnType<typeof createConnectors>;

/** Azure's pipeline retries POSTs three times by itself; the client takes no option against it. */
function withoutRetries<C extends object>(client: C): C {
  const { pipeline } = (client as unknown as { client: { pipeline: { removePolicy(p: { name: string }): unknown } } })
    .client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  return client;
}

/** Hands the adapter our kept clients. Authentication has happened before; see ./inbound-token.ts. */
class KeptClients extends BotFrameworkAuthentication {
  private readonly factory: ConnectorFactory;
  constructor(connectors: Connectors) {
    super();
    this.factory = { create: (serviceUrl) => Promise.resolve(connectors(serviceUrl).connector) };
  }
  authenticateRequest(): never {
    throw new Error('activities are verified before they reach the adapter');
  }
  authenticateStreamingRequest(): never {
    throw new Error('streaming is not served');
  }
  override createConnectorFactory() {
    return this.factory;
  }
  /** The desk signs nobody in, so no turn needs one. */
  createUserTokenClient(): Promise<never> {
    return Promise.resolve(undefined as never);
  }
}

class VerifiedAdapter extends CloudAdapter {
  constructor(
    private readonly kept: KeptClients,
    private readonly audience: string,
  ) {
    super(kept);
  }
  turn(activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    const verified = {
      audience: this.audience,
      claimsIdentity: new ClaimsIdentity([], true),
      connectorFactory: this.kept.createConnectorFactory(),
    };
    return this.processActivity(verified, activity, logic);
  }
}

/** Runs verified activities; what `handle` gives for an invoke is the body of its response. */
export function createTurns(connectors: Connectors, scope: string) {
  const adapter = new VerifiedAdapter(new KeptClients(connectors), scope);
  return async (activity: object, handle: () => Promise<unknown>): Promise<unknown> => {
    const answer = await adapter.turn(activity as Activity, async (context) => {
      const body = await handle();
      if (context.activity.type === 'invoke')
        await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
    });
    return answer?.body;
  };
}
