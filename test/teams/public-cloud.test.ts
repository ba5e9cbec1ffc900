/** With no cloud of its own, the adapter speaks to Microsoft's public addresses: those of the documentation. */
import nock from 'nock';
import { pino } from 'pino';
import { createTeams } from '../../adapters/teams/index.js';
import { createDeliveries } from '../../src/deliveries.js';
import { inMemory } from '../kit/deliveries.js';

const TENANT = '11111111-2222-3333-4444-555555555555';

describe('Teams in the public cloud', () => {
  beforeEach(() => nock.disableNetConnect());
  afterEach(() => {
    nock.cleanAll();
    nock.enableNetConnect();
  });

  const adapter = () =>
    createTeams(
      {
        mode: 'azure',
        type: 'SingleTenant',
        appId: 'the-app',
        password: 'secret',
        tenantId: TENANT,
        identity: 'email',
      },
      {
        perform: () => Promise.reject(new Error('nobody asks')),
        deliveries: createDeliveries({ book: inMemory(), log: pino({ level: 'silent' }) }),
        addresses: { keep: async () => {}, recall: async () => undefined },
        log: pino({ level: 'silent' }),
        accountOf: () => undefined,
      },
    );

  const keys = () =>
    nock('https://login.botframework.com')
      .get('/v1/.well-known/openidconfiguration')
      .reply(200, { jwks_uri: 'https://login.botframework.com/v1/.well-known/keys' })
      .get('/v1/.well-known/keys')
      .reply(200, { keys: [] });

  it('fetches the keys of the Bot Framework and a token of its own directory as it starts', async () => {
    const served = keys();
    let form = '';
    const token = nock('https://login.microsoftonline.com')
      .post(`/${TENANT}/oauth2/v2.0/token`, (body: Record<string, string>) => {
        form = JSON.stringify(body);
        return true;
      })
      .reply(200, { access_token: 'a-token', expires_in: 3600, token_type: 'Bearer' });
    const teams = adapter();
    await teams.start();
    await teams.stop();
    expect(served.isDone() && token.isDone()).toBe(true);
    expect(JSON.parse(form)).toMatchObject({
      grant_type: 'client_credentials',
      scope: 'https://api.botframework.com/.default',
    });
  });

  it('does not start with a secret that the directory refuses, and says which setting to mend', async () => {
    keys();
    nock('https://login.microsoftonline.com')
      .post(`/${TENANT}/oauth2/v2.0/token`)
      .reply(401, { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret provided.' });
    await expect(adapter().start()).rejects.toThrow(/MicrosoftAppPassword is wrong or expired/);
  });
});
