/** The least that botbuilder can do: it checks the token and sends every message back. */
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { ServiceClientCredentialsFactory } from 'botframework-connector';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The app's own token, at hand: only what comes in is to be measured. */
class Credentials extends ServiceClientCredentialsFactory {
  isValidAppId = (id = '') => Promise.resolve(id === process.env['MicrosoftAppId']);
  isAuthenticationDisabled = () => Promise.resolve(false);
  createCredentials = () =>
    Promise.resolve({
      signRequest: (request: { headers: { set(name: string, value: string): void } }) => {
        request.headers.set('authorization', 'Bearer bench');
        return Promise.resolve(request);
      },
    } as never);
}

const settings = process.env as Record<string, string>;
const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings, new Credentials()));

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
    const { method = '', headers } = request;
    const answer = {
      socket: request.socket,
      header: (name: string, value: string) => response.setHeader(name, value),
      status: (code: number) => (response.statusCode = code),
      send: (content?: unknown) => response.write(JSON.stringify(content)),
      end: () => response.end(),
    };
    void adapter.process({ method, headers, body }, answer, async (context) => {
      if (context.activity.type === 'message') await context.sendActivity(context.activity.text);
    });
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`botbuilder is ready at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
process.on('SIGTERM', () => process.exit(0));
