/**
 * How payloads reach Bolt. Either way one is processed first and acknowledged last, so that what Slack is told was
 * taken has been saved.
 */
import {
  HTTPModuleFunctions,
  isRawBodyError,
  SocketModeReceiver,
  type App,
  type Receiver,
  type webApi,
} from '@slack/bolt';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { describe } from '../../src/errors.js';
import type { Route } from '../adapter.js';
import { BODY_LIMIT } from '../http.js';
import { boltLogger } from './client.js';

const PATH = '/slack/events';
/** Slack’s clock and the desk’s are no further apart than this, in seconds; Bolt asks the same of what is past. */
const SKEW = 300;

export type Entrance = { receiver: Receiver; routes: Route[]; settled: () => Promise<void> };

/** Runs the app on a payload; resolves with what to acknowledge it with, or undefined if it is not acknowledged. */
async function process(app: App, event: Parameters<App['processEvent']>[0]): Promise<{ closing: unknown } | undefined> {
  let acknowledged: { closing: unknown } | undefined;
  await app.processEvent({
    ...event,
    ack: async (closing: unknown) => {
      acknowledged = { closing };
    },
  });
  return acknowledged;
}

/** Remembers deliveries until they have been dealt with, acknowledgement included. */
function createTracker() {
  const open = new Set<Promise<void>>();
  return {
    track(delivery: Promise<void>): Promise<void> {
      open.add(delivery);
      return delivery.finally(() => open.delete(delivery));
    },
    async settled() {
      await Promise.allSettled(open);
    },
  };
}

/**
 * Requests over the desk's own server, verified by Bolt. Bolt's HTTPReceiver does the same, but a signed `null` takes
 * its process down, and what it does not know it answers after 3 seconds.
 */
export function overHttp(signingSecret: string, log: Logger): Entrance {
  const deliveries = createTracker();
  let app: App;

  async function read(request: IncomingMessage): Promise<object | number> {
    try {
      const options = { signingSecret, bodyLimit: BODY_LIMIT, enabled: true };
      const verified = await HTTPModuleFunctions.parseAndVerifyHTTPRequest(options, request);
      if (isAhead(request)) throw new Error('signed in the future: a copy of it would be good for longer');
      const body: unknown = parse(verified);
      return typeof body === 'object' && body !== null ? body : 400;
    } catch (error) {
      if (isRawBodyError(error)) return 413;
      log.warn('Slack’s signature was refused: check SLACK_SIGNING_SECRET (Basic Information) and the clock');
      return 401;
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    if (typeof body === 'number') {
      response.writeHead(body, body === 413 ? { connection: 'close' } : {}).end();
    } else if ('challenge' in body && 'type' in body && body.type === 'url_verification') {
      HTTPModuleFunctions.buildUrlVerificationResponse(response, body);
    } else if ('ssl_check' in body) {
      HTTPModuleFunctions.buildSSLCheckResponse(response);
    } else {
      try {
        const retryNum = HTTPModuleFunctions.extractRetryNumFromHTTPRequest(request);
        const done = await process(app, { body: { ...body }, ack: async () => {}, ...(retryNum && { retryNum }) });
        if (done) HTTPModuleFunctions.buildContentResponse(response, done.closing);
        else response.writeHead(400).end();
      } catch (error) {
        log.warn({ error: describe(error) }, 'not acknowledged, so that Slack sends it again');
        response.writeHead(500).end();
      }
    }
  }

  return {
    receiver: { init: (bolt) => void (app = bolt), start: async () => {}, stop: async () => {} },
    routes: [{ method: 'POST', path: PATH, handle: (request, response) => deliveries.track(serve(request, response)) }],
    settled: deliveries.settled,
  };
}

const isAhead = ({ headers }: IncomingMessage): boolean =>
  Number(headers['x-slack-request-timestamp']) > Date.now() / 1000 + SKEW;

function parse(request: Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0]): unknown {
  try {
    return HTTPModuleFunctions.parseHTTPRequestBody(request);
  } catch {
    return undefined;
  }
}

/** Envelopes over Slack's own socket, for a desk without a public address. */
export function overSocket(appToken: string, clientOptions: webApi.WebClientOptions, log: Logger): Entrance {
  const deliveries = createTracker();
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    installerOptions: { clientOptions },
  });
  const held = (app: App): Pick<App, 'processEvent'> => ({
    processEvent: (event) =>
      deliveries.track(
        process(app, event).then(async (done) => {
          if (done) await event.ack(done.closing);
        }),
      ),
  });
  return {
    receiver: {
      init: (app) => receiver.init(held(app) as App),
      start: () => receiver.start(),
      stop: () => receiver.client.disconnect(),
    },
    routes: [],
    settled: deliveries.settled,
  };
}
