/**
 * Tells an application of grants by signed webhooks (Standard Webhooks: headers `webhook-id`, `webhook-timestamp`,
 * `webhook-signature`), and asks it whether they are in effect.
 */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { askJson } from './http.client.js';
import type { Grant, Provisioner } from './provisioner.js';

/** What an application answers to `grant.verify`: of which lease it speaks, and whether that is in effect. */
const verified = z.object({ id: z.string(), active: z.boolean() });

/**
 * @param options.secret 24 to 64 bytes in base64, with or without the prefix `whsec_`.
 */
export function webhookProvisioner(options: {
  url: string;
  secret: string;
  timeoutMs: number;
  now: () => Date;
}): Provisioner {
  const url = new URL(options.url);
  const key = Buffer.from(options.secret.replace(/^whsec_/, ''), 'base64');

  /** The id is the same each time one thing is asked of one lease, so that an application does it once. */
  async function tell(type: 'grant.apply' | 'grant.revoke' | 'grant.verify', grant: Grant): Promise<unknown> {
    const { id, person, account, entitlement, owner, reason, until } = grant;
    const now = options.now();
    const messageId = `${id}:${type}`;
    const stamp = String(Math.floor(now.getTime() / 1000));
    const data = { id, person: { ...person, email: account }, entitlement, owner, reason, until };
    const body = JSON.stringify({ type, timestamp: now.toISOString(), data });
    const signature = createHmac('sha256', key).update(`${messageId}.${stamp}.${body}`).digest('base64');
    const headers = {
      'content-type': 'application/json',
      'webhook-id': messageId,
      'webhook-timestamp': stamp,
      'webhook-signature': `v1,${signature}`,
    };
    return askJson(url, { method: 'POST', headers, body }, options);
  }

  return {
    tellsApart: true,
    async grant(grant) {
      await tell('grant.apply', grant);
    },
    async revoke(grant) {
      await tell('grant.revoke', grant);
    },
    async verify(grant) {
      const answer = verified.safeParse(await tell('grant.verify', grant));
      if (!answer.success) throw new Error(`${url.host} must answer grant.verify with { "id", "active" }`);
      if (answer.data.id !== grant.id)
        throw new Error(`${url.host} answered for ${answer.data.id}, asked for ${grant.id}`);
      return answer.data.active;
    },
  };
}
