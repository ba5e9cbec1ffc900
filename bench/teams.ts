/** Teams for a load test: signed activities, an identity server, and a connector that takes everything at once. */
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { email, PEOPLE } from './company.js';
import { post } from './load.js';

const APP = 'b0d3a9f2-5a1c-4c59-9b1e-0d5f6a7e8c91';
const TENANT = '7c1f6b52-93a4-4d0e-8c5b-2f4a9e1d3b60';
const ISSUER = 'https://api.botframework.com';

export async function serveTeams() {
  const keys = await generateKeyPair('RS256', { extractable: true });
  const jwk = {
    ...(await exportJWK(keys.publicKey)),
    kid: 'bench',
    use: 'sig',
    alg: 'RS256',
    endorsements: ['msteams'],
  };
  let serial = 0;
  let url = '';

  const answer = (path: string): object => {
    if (path === '/openid') return { issuer: ISSUER, jwks_uri: `${url}/keys` };
    if (path === '/keys') return { keys: [jwk] };
    if (path.endsWith('/token')) return { token_type: 'Bearer', expires_in: 3600, access_token: 'bench' };
    const member = /\/members\/.*?person-(\d+)/.exec(path)?.[1];
    if (member)
      return { id: `29:person-${member}`, name: `Person ${member}`, email: email(Number(member)), tenantId: TENANT };
    return { id: String((serial += 1)) };
  };
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer(request.url ?? '')));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serviceUrl = `${url}/teams/`;
  const token = await new SignJWT({ serviceurl: serviceUrl, iss: ISSUER, aud: APP })
    .setProtectedHeader({ alg: 'RS256', kid: 'bench' })
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(keys.privateKey);

  function activity(more: object): Buffer {
    const id = String(1_780_000_000_000 + (serial += 1));
    const person = PEOPLE / 2 + (serial % (PEOPLE / 2));
    const body = {
      id,
      timestamp: '2026-11-23T09:00:00.000Z',
      channelId: 'msteams',
      serviceUrl,
      from: { id: `29:person-${person}`, name: `Person ${person}`, aadObjectId: `person-${person}` },
      recipient: { id: `28:${APP}`, name: 'Deskhand' },
      conversation: { id: `a:person-${person}`, tenantId: TENANT, conversationType: 'personal' },
      channelData: { tenant: { id: TENANT } },
      locale: 'en-GB',
      entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'DE', platform: 'Web', timezone: 'Europe/Berlin' }],
      ...more,
    };
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' };
    return post('/api/messages', headers, JSON.stringify(body));
  }

  return {
    env: {
      MicrosoftAppId: APP,
      MicrosoftAppPassword: 'bench',
      MicrosoftAppTenantId: TENANT,
      MicrosoftAppType: 'SingleTenant',
      ValidateAuthority: 'false',
      ToChannelFromBotLoginUrl: `${url}/login`,
      ToChannelFromBotOAuthScope: ISSUER,
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: url,
      ToBotFromChannelOpenIdMetadataUrl: `${url}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url}/openid`,
      CallerId: 'urn:botframework:azure',
    },
    /** A message in a person's own chat; its person is another each time. */
    says: (words: string) => activity({ type: 'message', textFormat: 'plain', text: words }),
    /** A heart under a message, which asks for no answer. */
    reacts: () => activity({ type: 'messageReaction', reactionsAdded: [{ type: 'heart' }], replyToId: '1' }),
    close: () => server.close(),
  };
}
