/** Of several people whom a name may mean, one is chosen by a button that gives the same command for that one. Pure. */
import { type Card, type Viewer } from './card.js';
import type { Command } from './language/command.js';
import type { Wording } from './language/wording.js';
import { type Ambiguous, titled } from './names.js';

/** The most characters of a command that every platform's buttons carry. */
const LONGEST = 1500;

/** Undefined where the command does not say that name, or a button could not carry it. */
export function choices(command: Command, { said, people }: Ambiguous, viewer: Viewer, say: Wording): Card | undefined {
  const values = Object.entries(command as Record<string, unknown>);
  const key = values.find(([, value]) => typeof value === 'string' && value.trim() === said.trim())?.[0];
  if (key === undefined || JSON.stringify(command).length > LONGEST) return undefined;
  return {
    for: viewer,
    title: say.work.whichOne(said.trim()),
    passing: true,
    parts: [
      {
        kind: 'buttons',
        buttons: people.map((one) => ({
          label: titled(one, viewer.lang),
          does: { ...command, [key]: one.id },
        })),
      },
    ],
  };
}
