/** The app manifest asks for what the adapter needs, and a workspace that granted less is told so at the start. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { SHORTCUT } from '../../adapters/slack/pointed.js';
import { SCOPES } from '../../adapters/slack/start.js';
import { createSlackDesk } from '../kit/slack-desk.js';

const manifest: unknown = parse(readFileSync(new URL('../../adapters/slack/manifest.yaml', import.meta.url), 'utf8'));
const url = 'https://desk.example.com/slack/events';

test('the manifest asks for the scopes, events and addresses the adapter uses', () => {
  expect(manifest).toMatchObject({
    oauth_config: { scopes: { bot: SCOPES } },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      shortcuts: [{ type: 'message', callback_id: SHORTCUT }],
      slash_commands: [{ command: '/it', url }],
    },
    settings: {
      event_subscriptions: {
        request_url: url,
        bot_events: [
          'app_home_opened',
          'app_mention',
          'message.channels',
          'message.groups',
          'message.im',
          'reaction_added',
        ],
      },
      interactivity: { is_enabled: true, request_url: url },
    },
  });
});

test('missing scopes are named when the desk starts', async () => {
  const desk = await createSlackDesk({ scopes: SCOPES.filter((scope) => scope !== 'im:write') });
  await desk.slack.start();
  expect(desk.log.filter((line) => line.includes('lacks scopes'))).toEqual([expect.stringContaining('["im:write"]')]);
});
