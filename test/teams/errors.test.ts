/** What Microsoft documents of the statuses and codes that a bot is answered with, row by row. */
import { meaningOf, type Doing, type Failure, type Meaning } from '../../adapters/teams/errors.js';

type Row = [Failure, lookUp: Meaning, post: Meaning, redraw: Meaning];

const forbidden = [
  'BotDisabledByAdmin',
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'ForbiddenOperationException',
  'NotEnoughPermissions',
  'MessageWritesBlocked',
].map((code): Row => [{ status: 403, code }, 'nobody', 'final', 'final']);

const rows: Row[] = [
  [{ status: 400, code: 'Bad Argument' }, 'ours', 'ours', 'ours'],
  [{ status: 401, code: 'BotNotRegistered' }, 'ours', 'ours', 'ours'],
  ...forbidden,
  [{ status: 403, code: 'ServiceError' }, 'nobody', 'final', 'lost'],
  [{ status: 403, code: 'InvalidBotApiHost' }, 'ours', 'ours', 'ours'],
  [{ status: 404, code: 'ActivityNotFoundInConversation' }, 'nobody', 'gone', 'gone'],
  [{ status: 404, code: 'ConversationNotFound' }, 'passing', 'passing', 'passing'],
  [{ status: 404, code: 'MemberNotFoundInConversation' }, 'nobody', 'passing', 'passing'],
  [{ status: 404 }, 'nobody', 'passing', 'passing'],
  [{ status: 412, code: 'PreconditionFailed' }, 'not now', 'not now', 'not now'],
  [{ status: 413, code: 'MessageSizeTooBig' }, 'ours', 'ours', 'ours'],
  [{ status: 429, code: 'Throttled' }, 'not now', 'not now', 'not now'],
  [{ status: 500, code: 'ServiceError' }, 'not now', 'unknown', 'not now'],
  [{ status: 502, code: 'ServiceError' }, 'not now', 'not now', 'not now'],
  [{ status: 503 }, 'not now', 'not now', 'not now'],
  [{ status: 504 }, 'not now', 'not now', 'not now'],
];

test.each(rows)('%j means: looking up %s, posting %s, redrawing %s', (failure, lookUp, post, redraw) => {
  const doing: Doing[] = ['look-up', 'post', 'redraw'];
  expect(doing.map((each) => meaningOf(each, failure))).toEqual([lookUp, post, redraw]);
});

test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
  'nothing was sent when the connection failed with %s',
  (code) => expect(meaningOf('post', { code })).toBe('not now'),
);

test.each(['ECONNRESET', 'ETIMEDOUT', 'EPIPE', ''])('a post may have arrived when it ended with %j', (code) => {
  expect(meaningOf('post', { code })).toBe('unknown');
  expect(meaningOf('look-up', { code })).toBe('not now');
  expect(meaningOf('redraw', { code })).toBe('not now');
});
