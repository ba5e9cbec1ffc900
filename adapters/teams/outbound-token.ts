/**
 * The app's own token for calling Teams: OAuth client credentials, asked for once and kept until shortly before its
 * end. (MSAL, botbuilder's way, accepts neither private clouds nor a server on this machine, so it could not be tested.)
 */
import { z } from 'zod';

const granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const denied = z.object({ error: z.string(), error_description: z.string().catch('') });

/** Seconds before its end in which a token is no longer used. */
const MARGIN = 5 * 60;

/** The directory refuses the app: `message` names the setting that is wrong and the remedy. */
export class Unregistered extends Error {}

export function createAppToken(options: { tokenUrl: string; appId: string; password: string; scope: string }) {
  let held: { token: string; until: number } | undefined;
  let asking: Promise<string> | undefined;

  async function ask(): Promise<string> {
    const answer = await fetch(options.tokenUrl, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: options.appId,
        client_secret: options.password,
        scope: `${options.scope}/.default`,
      }),
      signal: AbortSignal.timeout(10_000),
    });
    const body: unknown = await answer.json().catch(() => undefined);
    const token = granted.safeParse(body);
    if (answer.ok && token.success) {
      const seconds = token.data.expires_in;
      held = { token: token.data.access_token, until: Date.now() + Math.max(seconds - MARGIN, seconds / 2) * 1000 };
      return held.token;
    }
    const why = denied.safeParse(body);
    throw why.success && answer.status < 500
      ? new Unregistered(remedy(why.data.error_description || why.data.error))
      : new Error(`the token endpoint answered ${answer.status}`);
  }

  return (): Promise<string> => {
    if (held && held.until > Date.now()) return Promise.resolve(held.token);
    asking ??= ask().finally(() => (asking = undefined));
    return asking;
  };
}

const remedies = [
  [/AADSTS7000(215|222)/, 'MicrosoftAppPassword is wrong or expired: create a new client secret and copy its value'],
  [/AADSTS(90002|900023)/, 'MicrosoftAppTenantId is unknown: copy the Directory (tenant) ID of the app registration'],
  [
    /AADSTS700016/,
    'MicrosoftAppId is not known in this directory: check it, MicrosoftAppTenantId and MicrosoftAppType',
  ],
] as const;

const remedy = (description: string): string =>
  remedies.find(([sign]) => sign.test(description))?.[1] ??
  `the directory refused MicrosoftAppId and MicrosoftAppPassword (${/AADSTS\d+/.exec(description)?.[0] ?? 'no code'}): ` +
    'compare them with the app registration';
