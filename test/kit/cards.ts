/**
 * What the buttons of cards carried in the stories, a release each. What is new is added by
 * `KEEP=cards npm run --silent jest -- -i test/stories/slack.test.ts test/stories/teams.test.ts`; what is there is never
 * written again.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const [release] = /^\d+\.\d+/.exec(version) ?? [];

/** Two buttons are of one kind when they do the same with the same keys. */
const kindOf = (carried: unknown): string =>
  JSON.stringify(carried, (key, value: unknown) => (typeof value !== 'object' && key !== 'do' ? '' : value));

/** Kept by the fakes of both platforms as they close. */
export function keepCards(platform: 'slack' | 'teams', carried: readonly unknown[]): void {
  if (process.env['KEEP'] !== 'cards') return;
  const file = `test/fixtures/${platform}/cards-${release}.json`;
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as unknown[]) : [];
  const kinds = new Set(kept.map(kindOf));
  const fresh = carried.filter((each) => !kinds.has(kindOf(each)) && kinds.add(kindOf(each)));
  writeFileSync(file, `[\n${[...kept, ...fresh].map((each) => `  ${JSON.stringify(each)}`).join(',\n')}\n]\n`);
}
