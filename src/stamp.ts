/**
 * Marks what cards and forms can do as one store's. Records are numbered from 1 in each store, so without the mark a card
 * of an earlier store (one that was lost, or left for another) would act on a record of the same number. Pure.
 */
import type { Button, Card, Form } from './card.js';
import type { Command, PartialCommand } from './language/command.js';

/** A command that names no record means the same in every store. */
const naming = /\b[A-Z]{1,8}-\d{1,9}\b/;

type Marked = { epoch?: unknown; draft?: { epoch?: unknown } };

/** @param epoch of the store; undefined for one whose cards have never been marked. */
export function stampOf(epoch: string | undefined) {
  const mark = <C extends Command | PartialCommand>(command: C): C => {
    if (epoch === undefined) return command;
    const marked = { ...command, epoch };
    return 'draft' in command ? { ...marked, draft: { ...command.draft, epoch } } : marked;
  };
  const button = (each: Button): Button => ({ ...each, does: mark(each.does) });
  return {
    card: (card: Card): Card => ({
      ...card,
      parts: card.parts.map((part) =>
        part.kind === 'buttons' ? { ...part, buttons: part.buttons.map(button) } : part,
      ),
    }),
    form: (form: Form): Form => ({ ...form, draft: mark(form.draft) }),
    /** Whether a command or draft, as it came back from a card, is this store's. */
    isOurs(command: unknown): boolean {
      if (epoch === undefined || typeof command !== 'object' || command === null) return true;
      const { epoch: own, draft } = command as Marked;
      return (own ?? draft?.epoch) === epoch || !naming.test(JSON.stringify(command));
    },
  };
}
export type Stamp = ReturnType<typeof stampOf>;
