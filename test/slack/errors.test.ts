/** What Slack's refusals mean: one table, which the documentation shows, and which knows no code twice. */
import { readFileSync } from 'node:fs';
import { webApi } from '@slack/bolt';
import { CODES, failureOf, noAnswer, passing, type Meaning } from '../../adapters/slack/errors.js';
import { Busy } from '../../src/chat.js';

const platform = (error: string, retryAfter?: number) =>
  new webApi.WebAPIPlatformError({ ok: false, error, response_metadata: retryAfter ? { retryAfter } : {} });
const unsent = (code: string) =>
  new webApi.WebAPIRequestError(noAnswer(new Error('fetch failed', { cause: { code, message: 'connect' } })));
const http = (status: number) => new webApi.WebAPIHTTPError(status, '', {}, '');

test('the documentation lists every code under what it means, and no other', () => {
  const page = readFileSync('docs/platform-errors.md', 'utf8');
  const [, slack = ''] = /^## Slack$([\s\S]*?)(?=^## |$(?![\s\S]))/m.exec(page) ?? [];
  const listed = slack.split(/^### /m).flatMap((section): [string, string[]][] => {
    const [meaning = ''] = section.split(':');
    const codes = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code!);
    return codes.length > 0 ? [[meaning, codes]] : [];
  });
  expect(Object.fromEntries(listed)).toEqual(CODES);
});

test('no code means two things', () => {
  const codes = Object.values(CODES).flat();
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

test.each<[string, unknown, Meaning]>([
  ['Slack’s limit', new webApi.WebAPIRateLimitedError(7), 'not now'],
  ['its limit by a code', platform('rate_limited'), 'not now'],
  ['a limit that does not say for how long', new Error('Retry header did not contain a valid timeout'), 'not now'],
  ['a server that broke', http(500), 'unknown'],
  ['a gateway that gave up', http(504), 'unknown'],
  ['a page of HTML', platform('<!DOCTYPE html><title>Server Error</title>'), 'unknown'],
  ['an empty body', platform(''), 'unknown'],
  ['a silence', new webApi.WebAPIRequestError(noAnswer(new Error('timeout'))), 'unknown'],
  ['an answer that breaks off', new TypeError('terminated'), 'unknown'],
  ['a host that is not there', unsent('ENOTFOUND'), 'not now'],
  ['a server that does not listen', unsent('ECONNREFUSED'), 'not now'],
  ['a proxy that forbids', http(403), 'ours'],
  ['a code of tomorrow', platform('a_code_of_tomorrow'), 'ours'],
  ['a slip of our own', new TypeError('x is not a function'), 'ours'],
])('%s is read as it is meant', (_, error, meaning) => {
  expect(failureOf(error).meaning).toBe(meaning);
  expect(passing(error) instanceof Busy).toBe(meaning === 'not now' || meaning === 'unknown');
});

test('how long to wait is what Slack says, and longer for what lasts', () => {
  expect(failureOf(new webApi.WebAPIRateLimitedError(7)).pause).toBe(7);
  expect(failureOf(platform('ratelimited', 9)).pause).toBe(9);
  expect(failureOf(platform('org_login_required')).pause).toBeGreaterThan(failureOf(platform('internal_error')).pause);
});
