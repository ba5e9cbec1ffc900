/** How Slack fails: the failures that a test orders, slowness, and the limits that Slack keeps for each method. */
import type { ServerResponse } from 'node:http';
import type { Fault, Faults } from './faults.js';

/** A failure to come: a status, Slack's error code, a page of HTML, a broken connection, or no answer at all. */
export type Failure = {
  status?: number;
  error?: string;
  /** A page where JSON is due, with status 200 unless another is named. */
  html?: boolean;
  reset?: boolean;
  hang?: boolean;
  retryAfter?: number;
  times?: number;
  /** What was asked is done before it fails. */
  carriedOut?: boolean;
  /** Only in this conversation. */
  channel?: string;
};

/**
 * Calls a minute that Slack allows each app for each method in a workspace: “20+”, “50+”, “100+”
 * (docs.slack.dev/apis/web-api/rate-limits, and “Rate limits” of each method).
 */
const TIERS = {
  'chat.update': 50,
  'chat.postEphemeral': 100,
  'conversations.open': 50,
  'conversations.history': 50,
  'conversations.replies': 50,
  'conversations.info': 50,
  'users.conversations': 50,
  'users.lookupByEmail': 50,
  'users.info': 100,
  'usergroups.list': 20,
  'files.info': 100,
  'reactions.add': 50,
  'views.open': 100,
  'views.publish': 100,
} as const;

export type Limit = { calls: number; seconds: number };

type Args = Record<string, unknown>;

/** A fault of a plan as Slack shows it. */
const asFailure = ({ kind, status, isDone }: Fault): Failure => ({
  carriedOut: isDone,
  ...(kind === 'throttled' && { status, error: 'ratelimited', retryAfter: 1 }),
  ...(kind === 'broken' && { status }),
  ...(kind === 'page' && { html: true, status }),
  ...(kind === 'reset' && { reset: true }),
});

export const answer = (
  response: ServerResponse,
  status: number,
  body: object | string,
  headers: Record<string, string> = {},
): void => {
  const isPage = typeof body === 'string';
  const type = isPage ? 'text/html; charset=utf-8' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers }).end(isPage ? body : JSON.stringify(body));
};

export function createFailures() {
  const ordered = new Map<string, Failure>();
  const limits = new Map<string, Limit>();
  const made = new Map<string, number[]>();
  const hanging = new Set<ServerResponse>();
  let slowness = 0;
  let plan: Faults | undefined;

  /** Posting is limited in each channel by itself, all else in the workspace. */
  const keyOf = (method: string, args: Args) =>
    method === 'chat.postMessage' ? `${method} ${String(args['channel'])}` : method;

  /** The seconds to wait when a method was called too often, as `Retry-After` says them: whole ones. */
  function waitFor(method: string, args: Args): number | undefined {
    const limit = limits.get(method);
    if (!limit) return undefined;
    const now = performance.now();
    const span = limit.seconds * 1000;
    const key = keyOf(method, args);
    const recent = (made.get(key) ?? []).filter((at) => at > now - span);
    made.set(key, recent);
    if (recent.length >= limit.calls) return Math.max(1, Math.ceil((recent[0]! + span - now) / 1000));
    recent.push(now);
    return undefined;
  }

  function nextOrdered(method: string, args: Args): Failure | undefined {
    const failure = ordered.get(method);
    if (!failure || (failure.channel && failure.channel !== args['channel'])) return undefined;
    const { times = 1 } = failure;
    if (times > 1) ordered.set(method, { ...failure, times: times - 1 });
    else ordered.delete(method);
    return failure;
  }
  function nextPlanned(method: string): Failure | undefined {
    const fault = plan?.next(method);
    return fault && asFailure(fault);
  }

  function fail(response: ServerResponse, failure: Failure): void {
    const { status, error, html, hang, reset, retryAfter } = failure;
    const after: Record<string, string> = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
    if (hang) hanging.add(response);
    else if (reset) response.destroy();
    else if (html) answer(response, status ?? 200, '<!DOCTYPE html><title>Server Error</title>', after);
    else if (error) answer(response, status ?? 200, { ok: false, error }, after);
    else answer(response, status ?? 500, {}, after);
  }

  return {
    /** The next calls of a method fail in this way; `response_url` is a method too. */
    failNext: (method: string, failure: Failure) => void ordered.set(method, failure),
    /** From now on a method takes so many calls in so many seconds, and answers 429 to more. */
    limit: (method: string, limit: Limit) => void limits.set(method, limit),
    /** From now on every method keeps the limit that Slack documents for it, posting one a second in each channel. */
    keepLimits(): void {
      limits.set('chat.postMessage', { calls: 1, seconds: 1 });
      for (const [method, calls] of Object.entries(TIERS)) limits.set(method, { calls, seconds: 60 });
    },
    /** From now on every answer takes so long, in milliseconds. */
    slowDown: (milliseconds: number) => void (slowness = milliseconds),
    slowness: () => Math.max(slowness, plan?.pause() ?? 0),
    /** From now on calls fail as a plan has it. */
    follow: (faults: Faults) => void (plan = faults),

    /** True when a call has failed, and its answer has been dealt with. */
    took(method: string, args: Args, response: ServerResponse, act: () => unknown): boolean {
      const seconds = waitFor(method, args);
      if (seconds !== undefined) {
        answer(response, 429, { ok: false, error: 'ratelimited' }, { 'retry-after': String(seconds) });
        return true;
      }
      const failure = nextOrdered(method, args) ?? nextPlanned(method);
      if (!failure) return false;
      if (failure.carriedOut) act();
      fail(response, failure);
      return true;
    },
    /** No failure any more. */
    heal(): void {
      ordered.clear();
      limits.clear();
      slowness = 0;
      plan = undefined;
    },
    close(): void {
      for (const response of hanging) response.destroy();
    },
  };
}
