/** Administrators look at the directory, and import people into it. */
import type { Context, Forms, Handlers, Presenter } from '../context.js';
import { form, paragraph } from '../fields.js';
import type { Ledger } from '../history.js';
import { findPerson } from '../names.js';
import { calledOf, type Register, type Said } from '../provided.js';
import { Refusal } from '../refusal.js';
import { card, done, type Reply } from '../reply.js';
import { directoryCard, personCard, previewCard } from './directory.cards.js';
import { countsOf, planOf, type FileWrong, type Known } from './import.js';
import type { LiveDirectory } from './live.js';
import { taken, type Preview } from './preview.js';

type Commands = 'directory' | 'import-people' | 'take-import';

export function createDirectoryRoom(deps: {
  directory: LiveDirectory;
  register: Pick<Register, 'people'>;
  ledger: Ledger<Preview>;
}): { handlers: Handlers<Commands>; forms: Forms<'import-people'>; presenter: Presenter<Preview> } {
  const { directory, register, ledger } = deps;

  /** Also those who have left, by their id, address or whole name. */
  function meant(words: string, { actor }: Context): string {
    const said = words.replace(/^@/, '').toLowerCase();
    for (const { _id, address, said: told } of directory.provided.people.values())
      if (_id === said || address?.value === said || calledOf(told).toLowerCase() === said) return _id;
    return findPerson(words, actor, directory).id;
  }

  const known: Known = {
    by(email) {
      const entry = [...directory.provided.people.values()].find(
        ({ address, removed }) => !removed && address?.value === email,
      );
      if (entry) return { id: entry._id, said: entry.said };
      const id = directory.onFile.idOf(email);
      return id === undefined ? undefined : { id };
    },
    isPerson: (called) => directory.byEmail(called) !== undefined || directory.person(called) !== undefined,
  };

  function why(wrong: FileWrong, { say }: Context): string {
    const words = say.directory.fileWrong;
    if (wrong.why === 'unknownColumn') return words.unknownColumn(wrong.name);
    return wrong.why === 'quote' ? words.quote(wrong.line) : words[wrong.why];
  }

  const formFor = ({ rows }: { rows?: string }, { viewer, say }: Context) =>
    form(viewer, say, {
      title: say.directory.form.title,
      fields: [paragraph('rows', say.directory.form.rows, rows, { hint: say.directory.form.hint })],
      submit: say.directory.form.submit,
      draft: { do: 'import-people' },
    });

  async function takeUp(preview: Preview, { actor, now }: Context): Promise<{ added: number; changed: number }> {
    const saying = { by: actor.id, now };
    let [added, changed] = [0, 0];
    for (const row of preview.rows) {
      if (row.what === 'change')
        changed += Number((await register.people.change(row.id, saying, () => row.said)) !== undefined);
      if (row.what === 'add') added += Number(await create(row.said));
    }
    return { added, changed };

    /** One who has come in by another way since is left as they are. */
    async function create(said: Said): Promise<boolean> {
      if (known.by(said.userName)?.said) return false;
      await register.people.create(said, saying);
      return true;
    }
  }

  return {
    handlers: {
      async directory({ person, page = 1 }, context): Promise<Reply> {
        const findings = directory.findings(context.now);
        const shown = { directory, provided: directory.provided, rules: directory.rules, findings };
        if (person === undefined) return card(directoryCard(shown, page, context));
        return card(personCard(meant(person, context), shown, findings, context));
      },
      async 'import-people'({ rows: text }, context) {
        const plan = planOf(text, known);
        if ('wrong' in plan)
          return {
            kind: 'invalid',
            problems: [{ field: 'rows', message: why(plan.wrong, context) }],
            form: formFor({ rows: text }, context),
          };
        const { _id } = await ledger.open({ rows: plan.rows }, [{ what: 'previewed' }], context);
        return card(previewCard(_id, plan.rows, countsOf(plan.rows), context));
      },
      async 'take-import'({ import: id }, context) {
        const preview = await ledger.load(id);
        if (!preview) throw new Refusal((say) => say.directory.notFound);
        taken(preview, context.actor, context.now);
        // Each row is safe to do again: whoever presses a second time after a crash finishes what the first one began.
        const { added, changed } = await takeUp(preview, context);
        await ledger.change(id, context, (latest) => taken(latest, context.actor, context.now));
        return done(context.say.directory.imported(added, changed));
      },
    },
    forms: { 'import-people': async (draft, context) => formFor(draft, context) },
    presenter: {
      ledger,
      standing: () => [],
      draw: ({ _id, rows }, _, viewer, say) => previewCard(_id, rows, countsOf(rows), { viewer, say }),
      notice: ({ _id, rows }, _, __, viewer, say) => previewCard(_id, rows, countsOf(rows), { viewer, say }),
    },
  };
}
