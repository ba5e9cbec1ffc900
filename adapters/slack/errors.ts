/**
 * What a failed call of Slack’s API means to the desk. The codes are those that Slack documents for the methods that the
 * desk calls (docs.slack.dev/reference/methods/<method>, “Errors”, and the errors common to all); docs/platform-errors.md
 * lists them with what the desk does, and a test holds the two together.
 */
import { webApi } from '@slack/bolt';
import { Busy } from '../../src/chat.js';

export type Meaning =
  /** Nothing was done; later it may be. */
  | 'not now'
  /** Slack broke, or did not answer: whether it was carried out is not known. */
  | 'unknown'
  /** Nothing can be posted or changed in this conversation any more. */
  | 'final'
  /** The message or thread is not there, or takes nothing more. */
  | 'gone'
  /** The message stands and the app may not change it. */
  | 'lost'
  /** There is nobody of this id or address, or nobody whom the app may see and write to. */
  | 'nobody'
  /** The trigger of a click opens nothing any more. */
  | 'spent'
  /** It is so already. */
  | 'done'
  /** A bug of the desk, or a setting of the app or the workspace: somebody has to mend it. */
  | 'ours';

/** A code that is not listed is `ours`: it stays an error, with its name in the log. */
export const CODES: Record<Meaning, readonly string[]> = {
  'not now': [
    'ratelimited',
    'rate_limited',
    'message_limit_exceeded',
    'service_unavailable',
    'request_timeout',
    'team_added_to_org',
    'org_login_required',
    'external_channel_migrating',
    'update_failed',
  ],
  unknown: ['internal_error', 'fatal_error'],
  final: ['channel_not_found', 'is_archived', 'is_inactive', 'not_in_channel', 'channel_is_limited_access'],
  gone: [
    'message_not_found',
    'thread_not_found',
    'cannot_reply_to_message',
    'restricted_action_thread_locked',
    'restricted_action_non_threadable_channel',
  ],
  lost: ['cant_update_message', 'edit_window_closed', 'block_mismatch', 'team_not_found'],
  nobody: [
    'user_not_found',
    'users_not_found',
    'user_not_visible',
    'user_disabled',
    'user_not_in_channel',
    'cannot_dm_bot',
    'invalid_user_combination',
    'app_access_restricted',
  ],
  spent: ['expired_trigger_id', 'exchanged_trigger_id', 'invalid_trigger_id', 'invalid_trigger'],
  done: ['already_reacted'],
  ours: [
    'not_authed',
    'invalid_auth',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'not_allowed_token_type',
    'two_factor_setup_required',
    'missing_scope',
    'no_permission',
    'access_denied',
    'accesslimited',
    'ekm_access_denied',
    'enterprise_is_restricted',
    'team_access_not_granted',
    'messages_tab_disabled',
    'not_enabled',
    'restricted_action',
    'restricted_action_read_only_channel',
    'restricted_action_thread_only_channel',
    'method_not_supported_for_channel_type',
    'no_text',
    'msg_too_long',
    'msg_blocks_too_long',
    'invalid_blocks',
    'invalid_blocks_format',
    'invalid_arguments',
    'metadata_too_large',
    'view_too_large',
  ],
};

/** How long to leave Slack alone when it fails without saying for how long, in seconds. */
const PAUSE = 5;
/** The same for what lasts: a migration, a workspace that may post no more today. */
const LONG_PAUSE = 60;
const LASTING = ['message_limit_exceeded', 'team_added_to_org', 'org_login_required', 'external_channel_migrating'];

/** No answer came, or none that could be read. `unsent`: nothing was asked either. */
export class NoAnswer extends Error {
  constructor(
    reason: string,
    readonly unsent: boolean,
    options?: ErrorOptions,
  ) {
    super(reason, options);
  }
}

/** Why `fetch` got no answer: what it throws itself, `fetch failed`, says nothing. */
export function noAnswer(error: unknown): NoAnswer {
  const causes = causesOf(error);
  const reason = causes.at(-1)?.message;
  const unsent = causes.some(({ code }) => UNSENT.includes(String(code)));
  return new NoAnswer(typeof reason === 'string' ? reason : 'no answer', unsent, { cause: error });
}

/** A connection that was never made: these are Node’s and undici’s names for it. */
const UNSENT = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
];

export type Failure = {
  meaning: Meaning;
  /** Slack’s name for it, where it gave one. */
  code?: string;
  /** Seconds to wait for what is not now or not known. */
  pause: number;
  /** Of HTTP, where it says more than the body. */
  status?: number;
  /** Whether Slack has answered, and so is done with the request, whatever came of it. */
  answered: boolean;
};

const meanings = new Map(
  Object.entries(CODES).flatMap(([meaning, codes]) => codes.map((code) => [code, meaning as Meaning] as const)),
);

/** What a call threw. A page of HTML where JSON was due is a proxy of Slack’s that speaks for a server that broke. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Busy) return { meaning: 'not now', pause: error.retryAfter, answered: true };
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { meaning: 'not now', pause: error.retryAfter, answered: true };
  if (error instanceof webApi.WebAPIPlatformError)
    return ofCode(error.data.error, error.data.response_metadata?.retryAfter);
  if (error instanceof webApi.WebAPIHTTPError)
    return { meaning: ofStatus(error.statusCode), pause: PAUSE, answered: true, status: error.statusCode };
  // Slack’s client knows no error of its own for a 429 that does not say how long.
  if (String(causesOf(error)[0]?.message).startsWith('Retry header'))
    return { meaning: 'not now', pause: PAUSE, answered: true };
  const silence = silenceOf(error);
  if (silence) return { meaning: silence.unsent ? 'not now' : 'unknown', pause: PAUSE, answered: false };
  return { meaning: 'ours', pause: PAUSE, answered: true };
}

const ofStatus = (status: number): Meaning => (status >= 500 ? 'unknown' : status === 408 ? 'not now' : 'ours');

function ofCode(code: unknown, asked: number | undefined): Failure {
  if (typeof code !== 'string' || !/^[a-z0-9_]+$/.test(code))
    return { meaning: 'unknown', pause: PAUSE, answered: true };
  const pause = asked ?? (LASTING.includes(code) ? LONG_PAUSE : PAUSE);
  return { meaning: meanings.get(code) ?? 'ours', code, pause, answered: true };
}

type Cause = { name?: unknown; code?: unknown; message?: unknown; cause?: unknown };

/** An error and those that stand behind it. Errors of `fetch` need not be instances of this realm’s `Error`. */
function causesOf(error: unknown): Cause[] {
  const causes: Cause[] = [];
  for (let each = error; typeof each === 'object' && each !== null && causes.length < 5; each = (each as Cause).cause)
    causes.push(each);
  return causes;
}

/** The silence behind an error: Slack’s client wraps what `fetch` throws, but not an answer that breaks off. */
function silenceOf(error: unknown): { unsent: boolean } | undefined {
  const causes = causesOf(error);
  const known = causes.find((each) => each instanceof NoAnswer);
  if (known) return known;
  const brokeOff = causes.some(
    ({ name, message }) => /^(?:Abort|Timeout)Error$/.test(String(name)) || message === 'terminated',
  );
  return brokeOff ? { unsent: false } : undefined;
}

/** For what can be asked or done again without harm: `Busy` for all that may pass, and the error itself otherwise. */
export function passing(error: unknown): unknown {
  const { meaning, pause } = failureOf(error);
  return meaning === 'not now' || meaning === 'unknown' ? new Busy(pause) : error;
}
