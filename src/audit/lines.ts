/** What happened to a record, as a sentence: who did what, when, and what was changed from what to what. Pure. */
import { bold, plain, type Text, type Viewer } from '../card.js';
import type { Event } from '../history.js';
import type { Rest } from '../long-texts.js';
import type { Wording } from '../language/wording.js';
import type { Directory } from '../people.js';

/** Of a long text this much is shown; the chain covers all of it. */
const LONGEST_VALUE = 150;
/** The actor and the moment are told already; by the others the desk finds its own things again. */
const untold = new Set(['who', 'rest', 'delivery', 'heard', 'event', 'offer', 'number']);
/** Keys whose words are somebody's own. */
const spoken = new Set(['words', 'text', 'reason', 'comment', 'title']);

/** Keys that the verb speaks of already. */
const bare = new Set(['words', 'text', 'change', 'changes', 'steps', 'verdict', 'differences']);

type Eyes = { directory: Directory; viewer: Viewer; say: Wording };

/** @param isOpen otherwise the sentence tells only who did what, and when. */
export function sentence(event: Event, number: number, isOpen: boolean, eyes: Eyes): Text {
  const { directory, viewer, say } = eyes;
  // Names, not mentions: nobody is called because their acts are looked at.
  const actor = event.by === 'desk' ? say.audit.desk : (directory.person(event.by)?.name ?? event.by);
  const did = (say.audit.did as Partial<Record<string, string>>)[event.what] ?? event.what;
  return [
    `${number} · ${stampOf(event.at, viewer)} · `,
    bold(say.audit.says(actor, did)),
    ...(isOpen ? details(event, eyes) : []),
  ];
}

/** To the second, on the reader's clocks; a trail may be years old. */
const stampOf = (at: Date, { zone }: Viewer): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: zone }).format(at);

function details(event: Event, eyes: Eyes): string[] {
  const { key: labels } = eyes.say.audit;
  const { from, to, ...data } = event.data ?? {};
  const move = from !== undefined && to !== undefined ? { change: { from, to } } : { from, to };
  const told = Object.entries({ ...move, ...data }).filter(
    ([key, value]) => !untold.has(key) && value !== undefined && value !== null && value !== false && value !== '',
  );
  return told.map(([key, value]) => {
    const text = wordsOf(key, value, eyes);
    const label = labels[key] ?? key;
    const shown = bare.has(key) ? text : value === true ? label : eyes.say.audit.label(label, text);
    return `${eyes.say.audit.and}${shown}${wholeness(event, key, eyes)}`;
  });
}

function wordsOf(key: string, value: unknown, eyes: Eyes): string {
  const { say } = eyes;
  if (key === 'verdict') return say.approvals.verdict[value as 'approved'] ?? String(value);
  if (key === 'late') return say.sla.length(60 * Math.ceil(Number(value) / 60));
  return spoken.has(key) && typeof value === 'string' ? say.audit.quoted(shortened(value)) : read(value, eyes);
}

/** Of a text that is kept apart: how long it is, or that it is no longer what was said. */
function wholeness({ data, whole }: Event, key: string, { say }: Eyes): string {
  const long = ((data?.['rest'] ?? {}) as Rest)[key];
  if (!long) return '';
  return ` (${whole?.[key] === undefined ? say.audit.altered : say.audit.length(long.length)})`;
}

/** A value as people read it, whatever kind of record it comes from. */
function read(value: unknown, eyes: Eyes): string {
  const { viewer } = eyes;
  if (Array.isArray(value)) return value.map((each) => read(each, eyes)).join(', ');
  if (value instanceof Date) return stampOf(value, viewer);
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return stampOf(new Date(value), viewer);
  if (typeof value !== 'object' || value === null) return shortened(String(value));
  const parts = value as Record<string, unknown>;
  if ('name' in parts && 'id' in parts) return String(parts['name']);
  if ('en' in parts && 'zh' in parts) {
    const said = parts[viewer.lang];
    return Array.isArray(said) ? plain(said as Text, viewer) : String(said);
  }
  if ('from' in parts && 'to' in parts) return changed(parts, eyes);
  if ('target' in parts && 'at' in parts) return reached(parts, eyes);
  if ('name' in parts) return String(parts['name']);
  return shortened(JSON.stringify(value));
}

/** `priority P3 → P1`. */
function changed({ field, label, from, to }: Record<string, unknown>, eyes: Eyes): string {
  const names = eyes.say.work.field as Partial<Record<string, string>>;
  const name = typeof field === 'string' ? `${names[field] ?? field} ` : label ? `${read(label, eyes)} ` : '';
  return `${name}${read(from, eyes) || '–'} → ${read(to, eyes) || '–'}`;
}

/** `resolution 75 %`: a step of the SLA ladder. */
function reached({ target, at }: Record<string, unknown>, { say }: Eyes): string {
  const names = say.sla.target as Partial<Record<string, string>>;
  return `${names[String(target)] ?? String(target)} ${String(at)} %`;
}

const shortened = (text: string): string => (text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text);
