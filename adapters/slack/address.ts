/** The desk's addresses of Slack things: `slack:<workspace>/<channel>` and `slack:<workspace>/<channel>/<ts>`. */
import type { MessageRef, Recipient } from '../../src/chat.js';

export const channelRef = (team: string, channel: string): Recipient => `slack:${team}/${channel}`;
export const messageRef = (team: string, channel: string, ts: string): MessageRef => `slack:${team}/${channel}/${ts}`;

/** Reads either kind of address. */
export function parseRef(ref: Recipient | MessageRef): { team: string; channel: string; ts?: string } {
  const [, team, channel, ts] = /^slack:([^/]+)\/([^/]+)(?:\/([\d.]+))?$/.exec(ref) ?? [];
  if (!team || !channel) throw new Error(`not an address in Slack: ${ref}`);
  return { team, channel, ...(ts && { ts }) };
}

/** An account is `<workspace>/<user>`: user ids alone are unique only within their workspace. */
export const accountId = (team: string, user: string) => `${team}/${user}`;

/** The Slack user behind an account of this workspace. */
export function userOf(account: string | undefined, team: string): string | undefined {
  const [owner, user] = account?.split('/') ?? [];
  return owner === team ? user : undefined;
}
