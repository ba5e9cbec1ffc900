/** Which channels feed which group, and with which of their posts. */
import { z } from 'zod';
import type { Directory } from '../people.js';
import { readPolicy } from '../policy.js';

const channelsPolicy = z.strictObject({
  channels: z.array(
    z.strictObject({
      group: z.string(),
      opens: z.enum(['every-post', 'mention']).default('mention'),
      slack: z.string().min(1).optional(),
      teams: z.string().min(1).optional(),
    }),
  ),
});

export type Feed = z.infer<typeof channelsPolicy>['channels'][number];

/** @throws PolicyError with file, line and remedy. */
export function readChannels(dir: string, directory: Directory): readonly Feed[] {
  const { value, wrong } = readPolicy(dir, 'channels.yaml', channelsPolicy);
  const seen = new Set<string>();
  value.channels.forEach(({ group, slack, teams }, index) => {
    if (!directory.group(group))
      wrong(['channels', index, 'group'], `there is no group "${group}": add it to teams.yaml or correct it here`);
    if (!slack && !teams) wrong(['channels', index], 'names no channel: give it slack, teams or both');
    for (const [platform, name] of Object.entries({ slack, teams })) {
      if (!name) continue;
      const key = `${platform} ${name.replace(/^#/, '').toLowerCase()}`;
      if (seen.has(key)) wrong(['channels', index, platform], 'is there twice: a channel feeds one group');
      const triage = directory.groups.find(({ channels }) => channels[platform as 'slack' | 'teams'] === name);
      if (triage) wrong(['channels', index, platform], `is where the cards of "${triage.id}" go: use another channel`);
      seen.add(key);
    }
  });
  return value.channels;
}
