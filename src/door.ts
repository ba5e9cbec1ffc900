/** Who may give a command at all, whatever record it names; what it may do to a record, its room judges. Pure. */
import { specs, type Command } from './language/command.js';
import type { Right } from './language/spec.js';
import { has, type Person } from './people.js';
import { Refusal } from './refusal.js';

/** The right that a command needs; a form needs that of the command which it completes. */
export function rightOf(command: Command): Right {
  const name = command.do === 'show-form' ? command.draft.do : command.do;
  const spec = specs.get(name);
  if (!spec) throw new Error(`no command is called ${name}`);
  return spec.may;
}

export const mayGive = (person: Pick<Person, 'roles'>, right: Right): boolean =>
  right === 'anyone' || has(person, right);

/** @throws Refusal unless the person has the right that the command needs. */
export function needRight(person: Person, command: Command): void {
  const right = rightOf(command);
  if (right !== 'anyone' && !mayGive(person, right))
    throw new Refusal((say) => say.general.needsRole(say.general.roles[right]));
}
