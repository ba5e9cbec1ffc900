/** One HTTP request to an application, and what its answer means: done, not now, or broken. */
import { NotNow } from './provisioner.js';

/** An answer that says neither yes nor not now. */
export class Answered extends Error {
  constructor(
    readonly status: number,
    where: string,
  ) {
    super(`${where} answered ${status}`);
  }
}

const LONGEST_ANSWER = 1_000_000;
/** Where an application names no time. */
const WAIT_MS = 30_000;

/** `Retry-After` in seconds or as a date (RFC 9110, section 10.2.3). */
function retryAt(header: string | null, now: Date): Date {
  const seconds = Number(header);
  if (header && Number.isFinite(seconds)) return new Date(now.getTime() + Math.min(seconds, 3600) * 1000);
  const at = header ? Date.parse(header) : NaN;
  return new Date(Number.isNaN(at) ? now.getTime() + WAIT_MS : Math.min(at, now.getTime() + 3_600_000));
}

/**
 * Sends JSON and reads JSON; nothing where the answer has no body.
 * @throws NotNow for 408, 429 and 503; Answered for every other answer that is not 2xx. Redirects are not followed: a
 * secret goes to the configured address alone.
 */
export async function askJson(
  url: URL,
  init: { method: string; headers: Record<string, string>; body?: string },
  { timeoutMs, now }: { timeoutMs: number; now: () => Date },
): Promise<unknown> {
  const answer = await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
  const text = await answer.text();
  const where = `${init.method} ${url.origin}${url.pathname}`;
  if (answer.status === 408 || answer.status === 429 || answer.status === 503)
    throw new NotNow(`${where} answered ${answer.status}`, retryAt(answer.headers.get('retry-after'), now()));
  if (!answer.ok) throw new Answered(answer.status, where);
  if (text.length > LONGEST_ANSWER) throw new Error(`${where} answered more than ${LONGEST_ANSWER} characters`);
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${where} answered ${answer.status} with no JSON`);
  }
}
