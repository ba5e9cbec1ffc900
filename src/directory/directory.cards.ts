/** The directory as administrators see it. Pure. */
import { type Button, buttons, type Card, type Part, type Text, type Viewer, type Who } from '../card.js';
import type { Wording } from '../language/wording.js';
import type { Directory, Person } from '../people.js';
import { calledOf, type Provided } from '../provided.js';
import type { Finding } from './findings.js';
import type { Counts, Planned, Wrong } from './import.js';

const LISTED = 10;
const OF_AN_IMPORT = 12;

type Eyes = { viewer: Viewer; say: Wording };

/** What is wrong or new, in words. @param nameOf anybody who was ever known. */
function inWords(finding: Finding, nameOf: (id: string) => Who, { say: { directory } }: Eyes): Text {
  const words = directory.find;
  switch (finding.kind) {
    case 'unknown-manager':
      return words.unknownManager(nameOf(finding.person), finding.manager);
    case 'own-manager':
      return words.ownManager(nameOf(finding.person));
    case 'no-address':
      return words.noAddress(nameOf(finding.person));
    case 'cycle':
      return words.cycle(finding.people.slice(0, 8).map(nameOf));
    case 'same-address':
      return words.sameAddress(nameOf(finding.people[0]), nameOf(finding.people[1]), finding.email);
    case 'renamed':
      return words.renamed(nameOf(finding.person), finding.from, finding.to, finding.at);
    case 'rehired':
      return (finding.other ? words.rehiredOther : words.rehired)(nameOf(finding.person), finding.after, finding.at);
    case 'address-again':
      return words.addressAgain(nameOf(finding.person), nameOf(finding.before), finding.email);
    case 'gone':
      return words.gone(finding.person, finding.group);
    case 'no-such-group':
      return words.noSuchGroup(finding.name);
    case 'mapping-wrong':
      return words.mappingWrong(finding.why);
  }
}

export function nameIn(directory: Pick<Directory, 'person'>, { people }: Provided): (id: string) => Who {
  return (id) => {
    const entry = people.get(id);
    return { id, name: directory.person(id)?.name ?? (entry ? calledOf(entry.said) : id) };
  };
}

const importing = (say: Wording): Button => ({
  label: say.directory.importPeople,
  does: { do: 'show-form', draft: { do: 'import-people' } },
});

export function directoryCard(
  shown: { directory: Directory; provided: Provided; rules: 'provider' | 'file'; findings: readonly Finding[] },
  page: number,
  eyes: Eyes,
): Card {
  const { directory, provided, findings } = shown;
  const { viewer, say } = eyes;
  const words = say.directory;
  const entries = [...provided.people.values()];
  const here = directory.people.filter(({ id }) => provided.people.has(id)).length;
  const latest = entries.reduce((one, other) => (one && one.touched >= other.touched ? one : other), entries[0]);
  const first = (page - 1) * LISTED;
  const listed = findings.slice(first, first + LISTED);
  const rest = findings.length - first - listed.length;
  const facts = [
    { label: words.people, value: words.peopleHere(directory.people.length, here) },
    { label: words.left, value: [String(entries.filter(({ left }) => left).length)] },
    { label: words.groups, value: [String([...provided.groups.values()].filter(({ removed }) => !removed).length)] },
    { label: words.rules, value: [words.ruling[shown.rules]] },
    ...(latest ? [{ label: words.latest, value: words.latestBy(latest.by, latest.touched) }] : []),
  ];
  return {
    for: viewer,
    title: words.title,
    status:
      findings.length > 0
        ? { text: words.attention(findings.length), tone: 'warning' }
        : { text: words.ruling[shown.rules], tone: 'good' },
    parts: [
      { kind: 'facts', facts },
      ...(entries.length === 0 ? [{ kind: 'note', text: words.notProvided } as const] : []),
      ...(findings.length === 0 ? [{ kind: 'text', text: words.fine } as const] : []),
      ...(listed.length > 0
        ? [
            {
              kind: 'list',
              ordered: false,
              items: listed.map((each) => inWords(each, nameIn(directory, provided), eyes)),
            } as const,
          ]
        : []),
      ...(rest > 0 ? [{ kind: 'note', text: words.more(rest) } as const] : []),
      ...buttons(
        ...(rest > 0 ? [{ label: words.next, does: { do: 'directory', page: page + 1 } as const }] : []),
        importing(say),
      ),
    ],
  };
}

/** One person: who they are, who provides them, and what is theirs by groups. */
export function personCard(
  id: string,
  { directory, provided }: { directory: Directory; provided: Provided },
  findings: readonly Finding[],
  eyes: Eyes,
): Card {
  const { viewer, say } = eyes;
  const words = say.directory.one;
  const person: Person | undefined = directory.person(id);
  const entry = provided.people.get(id);
  const nameOf = nameIn(directory, provided);
  const manager = person?.manager;
  const list = (all: readonly string[]): Text => [all.length > 0 ? all.join(', ') : words.none];
  const works = directory.groups
    .filter((group) => directory.isAgentOf(id, group.id))
    .map(({ name }) => name[viewer.lang]);
  const groups = entry?.groups.flatMap((each) => provided.groups.get(each)?.displayName ?? []) ?? [];
  const facts = [
    { label: words.id, value: [id] },
    { label: words.email, value: [person?.email ?? entry?.address?.value ?? words.none] },
    ...(entry && entry.former.length > 0
      ? [{ label: words.formerly, value: list(entry.former.map(({ value }) => value)) }]
      : []),
    { label: words.manager, value: [manager ? nameOf(manager).name : words.none] },
    { label: words.department, value: [person?.department ?? words.none] },
    { label: words.roles, value: list((person?.roles ?? []).map((role) => say.general.roles[role])) },
    { label: words.works, value: list(works) },
    { label: words.groups, value: list(groups) },
    { label: words.source, value: entry ? words.providedBy(entry.by, entry.touched) : [words.file] },
  ];
  const own = findings.filter((each) =>
    'person' in each ? each.person === id : 'people' in each && each.people.includes(id),
  );
  return {
    for: viewer,
    title: nameOf(id).name,
    status:
      person || !entry?.left ? { text: words.isHere, tone: 'good' } : { text: say.directory.left, tone: 'neutral' },
    parts: [
      ...(entry?.left ? [{ kind: 'text', text: words.hasLeft(entry.left) } as const] : []),
      { kind: 'facts', facts },
      ...own.map((each): Part => ({ kind: 'text', text: inWords(each, nameOf, eyes) })),
    ],
  };
}

function wrongInWords(wrong: Wrong, say: Wording): Text {
  const words = say.directory.wrong;
  switch (wrong.why) {
    case 'cells':
      return words.cells(wrong.has, wrong.needs);
    case 'twice':
      return words.twice(wrong.before);
    case 'badEmail':
    case 'manager':
    case 'active':
    case 'zone':
      return words[wrong.why](wrong.said);
    case 'noEmail':
    case 'ownManager':
    case 'provided':
    case 'onFile':
      return words[wrong.why];
  }
}

/** What a row would do; nothing of one that leaves everything as it is. */
export function rowInWords(row: Planned, say: Wording): Text[] {
  const words = say.directory;
  switch (row.what) {
    case 'same':
      return [];
    case 'wrong':
      return [words.line(row.line, wrongInWords(row.wrong, say))];
    case 'add':
      return [words.line(row.line, words.adds(calledOf(row.said), row.said.userName))];
    case 'change':
      return [words.line(row.line, words.changes(calledOf(row.said), row.fields.join(', ')))];
  }
}

/** Errors come first: what they are about is left out by a confirmation. */
export function previewCard(id: string, rows: readonly Planned[], counts: Counts, { viewer, say }: Eyes): Card {
  const words = say.directory;
  const ordered = rows.toSorted((one, other) => Number(other.what === 'wrong') - Number(one.what === 'wrong'));
  const items = ordered.flatMap((row) => rowInWords(row, say));
  const count = counts.add + counts.change;
  return {
    for: viewer,
    title: words.preview(id),
    passing: true,
    parts: [
      { kind: 'text', text: words.counts(counts) },
      ...(items.length > 0 ? [{ kind: 'list', ordered: false, items: items.slice(0, OF_AN_IMPORT) } as const] : []),
      ...(items.length > OF_AN_IMPORT
        ? [{ kind: 'note', text: words.more(items.length - OF_AN_IMPORT) } as const]
        : []),
      { kind: 'note', text: count > 0 ? words.nothingYet : words.nothingToImport },
      ...(count > 0
        ? buttons({
            label: words.confirm(count),
            does: { do: 'take-import', import: id },
            tone: 'primary',
            confirm: {
              ...words.confirmAsk(count, counts.wrong),
              yes: words.confirm(count),
              no: say.tickets.form.cancel,
            },
          })
        : []),
    ],
  };
}
