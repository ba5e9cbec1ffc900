/** How the adapter is set up. */

/** botbuilder's own keys for clouds other than the public one, such as Azure China or GCC High: all or none. */
export type Cloud = {
  ValidateAuthority: string;
  ToChannelFromBotLoginUrl: string;
  ToChannelFromBotOAuthScope: string;
  ToBotFromChannelTokenIssuer: string;
  OAuthUrl: string;
  ToBotFromChannelOpenIdMetadataUrl: string;
  ToBotFromEmulatorOpenIdMetadataUrl: string;
  CallerId: string;
};

export type AzureConfig = {
  mode: 'azure';
  appId: string;
  password?: string;
  tenantId?: string;
  type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
  cloud?: Cloud;
};

/** `emulator`: no authentication, for tools on this machine only. `identity`: whether e-mails of the roster count. */
export type TeamsConfig = ({ mode: 'emulator' } | AzureConfig) & { identity: 'email' | 'none' };

/** Where the tokens of both directions come from, and which hosts may be answered. */
export type Endpoints = {
  metadataUrl: string;
  issuer: string;
  scope: string;
  tokenUrl: string;
  mayAnswer(serviceUrl: string): boolean;
};

/** The hosts of Teams' connector in Microsoft's clouds; a leading dot allows every host beneath. */
const teamsHosts = [
  'smba.trafficmanager.net',
  '.teams.microsoft.com',
  '.teams.microsoft.us',
  '.teams.microsoftonline.cn',
  '.botframework.com',
  '.botframework.us',
  '.botframework.azure.cn',
];

/** @throws an error that names the missing setting and what to put there. */
export function endpoints(config: AzureConfig, identity: TeamsConfig['identity']): Endpoints {
  const { type, cloud, tenantId } = config;
  if (!config.appId) throw new Error('MicrosoftAppId is missing: copy it from the bot registration in Azure');
  if (type !== 'UserAssignedMSI' && !config.password)
    throw new Error(
      'MicrosoftAppPassword is missing: create a client secret for the app registration and copy its value',
    );
  if (type !== 'MultiTenant' && !tenantId)
    throw new Error(`MicrosoftAppTenantId is missing: a ${type} bot needs the id of its directory (tenant)`);
  if (identity === 'email' && !tenantId)
    throw new Error(
      'MicrosoftAppTenantId is missing: matching people by e-mail (IDENTITY_MATCH=email) trusts one directory only; ' +
        'set the id of yours, or IDENTITY_MATCH=none',
    );
  const login = cloud?.ToChannelFromBotLoginUrl ?? `https://login.microsoftonline.com/${loginTenant(config)}`;
  return {
    metadataUrl:
      cloud?.ToBotFromChannelOpenIdMetadataUrl ?? 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    issuer: cloud?.ToBotFromChannelTokenIssuer ?? 'https://api.botframework.com',
    scope: cloud?.ToChannelFromBotOAuthScope ?? 'https://api.botframework.com',
    tokenUrl: `${login.replace(/\/$/, '')}/oauth2/v2.0/token`,
    mayAnswer: (serviceUrl) => {
      const url = urlOf(serviceUrl);
      if (!url) return false;
      if (cloud && url.origin === urlOf(cloud.OAuthUrl)?.origin) return true;
      const inTeams = teamsHosts.some((host) =>
        host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host,
      );
      return url.protocol === 'https:' && inTeams;
    },
  };
}

const loginTenant = ({ type, tenantId }: AzureConfig) => (type === 'MultiTenant' ? 'botframework.com' : tenantId);

const urlOf = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

/** Whether an address or host is this very machine. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(host) || host === '::1' || host === '[::1]';

export const isLoopbackUrl = (serviceUrl: string): boolean => {
  const url = urlOf(serviceUrl);
  return url !== undefined && /^https?:$/.test(url.protocol) && isLoopback(url.hostname);
};
