/** What rows of CSV would make of the register: each row by itself, with its error where it has one. Pure. */
import { isDeepStrictEqual } from 'node:util';
import type { Said } from '../provided.js';
import { isZone } from '../zones.js';
import { OpenQuote, readCsv } from './csv.js';

/** What is known of the person who has an address. */
export type KnownAs = { id: string; said?: Said };
/** By address, in lower case. `onFile`: people.yaml has them. */
export type Known = { by(email: string): KnownAs | undefined; isPerson(called: string): boolean };

export type Wrong =
  | { why: 'cells'; has: number; needs: number }
  | { why: 'noEmail' | 'ownManager' | 'provided' | 'onFile' }
  | { why: 'badEmail' | 'manager' | 'active' | 'zone'; said: string }
  | { why: 'twice'; before: number };
export type Planned = { line: number } & (
  | { what: 'add'; said: Said }
  | { what: 'change'; id: string; said: Said; fields: string[] }
  | { what: 'same' }
  | { what: 'wrong'; wrong: Wrong }
);
export type FileWrong =
  { why: 'empty' | 'noEmailColumn' } | { why: 'unknownColumn'; name: string } | { why: 'quote'; line: number };

const columns = {
  name: ['name', 'display name', 'full name', '姓名', '名字'],
  email: ['email', 'e-mail', 'mail', 'email address', '邮箱', '电子邮箱'],
  title: ['title', 'job title', 'position', '职位', '职务'],
  department: ['department', '部门'],
  manager: ['manager', 'manager email', '上级', '主管', '经理'],
  number: ['employee number', 'employeenumber', 'employee id', '工号'],
  language: ['language', 'lang', 'locale', '语言'],
  zone: ['zone', 'timezone', 'time zone', '时区'],
  active: ['active', '在职'],
} as const;
type Column = keyof typeof columns;
type Told = Partial<Record<Column, string>>;

const YES = new Set(['', 'yes', 'true', '1', 'y', '是']);
const NO = new Set(['no', 'false', '0', 'n', '否']);
const isAddress = (text: string) => /^[^\s@]{1,64}@[^\s@.]{1,63}(\.[^\s@.]{1,63}){1,5}$/.test(text);

const columnOf = (head: string): Column | undefined => {
  const name = head.trim().toLowerCase().replaceAll('_', ' ');
  return (Object.keys(columns) as Column[]).find((each) => (columns[each] as readonly string[]).includes(name));
};

/** What a row says over what is known: an empty cell says nothing. */
function saidIn(told: Told, email: string, before: Said | undefined): Said {
  const { name, title, department, manager, number, language, zone, active = '' } = told;
  const enterprise = {
    ...before?.enterprise,
    ...(department ? { department } : {}),
    ...(number ? { employeeNumber: number } : {}),
    ...(manager ? { manager: { value: manager } } : {}),
  };
  return {
    ...(before ?? { userName: email, emails: [{ value: email, type: 'work', primary: true }] }),
    active: active === '' ? (before?.active ?? true) : !NO.has(active.toLowerCase()),
    ...(name ? { displayName: name } : {}),
    ...(title ? { title } : {}),
    ...(language ? { preferredLanguage: language } : {}),
    ...(zone ? { timezone: zone } : {}),
    ...(Object.keys(enterprise).length > 0 ? { enterprise } : {}),
  };
}

const changedFields = (before: Said, after: Said): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) => {
    const [one, other] = [before[key as keyof Said], after[key as keyof Said]];
    if (isDeepStrictEqual(one, other)) return [];
    return key === 'enterprise' ? changedFields((one ?? {}) as Said, (other ?? {}) as Said) : [key];
  });

/** @returns each row with what it would do, or what is wrong with the whole. */
export function planOf(text: string, known: Known): { rows: Planned[] } | { wrong: FileWrong } {
  let read: ReturnType<typeof readCsv>;
  try {
    read = readCsv(text);
  } catch (error) {
    if (!(error instanceof OpenQuote)) throw error;
    return { wrong: { why: 'quote', line: error.line } };
  }
  const [head, ...body] = read;
  const names = head?.cells.map(columnOf) ?? [];
  const stranger = head?.cells.find((cell, at) => names[at] === undefined && cell !== '');
  if (!names.includes('email')) return { wrong: { why: 'noEmailColumn' } };
  if (stranger !== undefined) return { wrong: { why: 'unknownColumn', name: stranger } };
  if (body.length === 0) return { wrong: { why: 'empty' } };

  const toldIn = (cells: readonly string[]): Told =>
    Object.fromEntries(names.flatMap((name, at) => (name && cells[at] ? [[name, cells[at]]] : [])));
  const emails = new Set(body.map(({ cells }) => (toldIn(cells).email ?? '').toLowerCase()));
  const seen = new Map<string, number>();

  function wrongIn(told: Told, email: string, cells: number): Wrong | undefined {
    if (cells !== names.length) return { why: 'cells', has: cells, needs: names.length };
    if (!email) return { why: 'noEmail' };
    if (!isAddress(email)) return { why: 'badEmail', said: email };
    const before = seen.get(email);
    if (before !== undefined) return { why: 'twice', before };
    const active = (told.active ?? '').toLowerCase();
    if (!YES.has(active) && !NO.has(active)) return { why: 'active', said: told.active! };
    if (told.zone && !isZone(told.zone)) return { why: 'zone', said: told.zone };
    const manager = told.manager?.toLowerCase();
    if (manager === email) return { why: 'ownManager' };
    if (manager && !emails.has(manager) && !known.isPerson(manager)) return { why: 'manager', said: told.manager! };
    const person = known.by(email);
    if (person && !person.said) return { why: 'onFile' };
    return person?.said?.externalId === undefined ? undefined : { why: 'provided' };
  }

  return {
    rows: body.map(({ line, cells }): Planned => {
      const told = toldIn(cells);
      const email = (told.email ?? '').toLowerCase();
      const wrong = wrongIn(told, email, cells.length);
      if (!seen.has(email)) seen.set(email, line);
      if (wrong) return { line, what: 'wrong', wrong };
      const person = known.by(email);
      const said = saidIn(told, email, person?.said);
      if (!person?.said) return { line, what: 'add', said };
      const fields = changedFields(person.said, said);
      return fields.length === 0 ? { line, what: 'same' } : { line, what: 'change', id: person.id, said, fields };
    }),
  };
}

export type Counts = { add: number; change: number; same: number; wrong: number };

export const countsOf = (rows: readonly Planned[]): Counts => {
  const count = (what: Planned['what']) => rows.filter((row) => row.what === what).length;
  return { add: count('add'), change: count('change'), same: count('same'), wrong: count('wrong') };
};
