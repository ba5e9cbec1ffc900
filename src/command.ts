/**
 * All that can be asked of the desk: a closed union. Buttons carry a Command, forms complete one, typed words become
 * one. Old cards are persisted clients: keys are only ever added, or kept with an alias.
 */
import { z } from 'zod';

const ticket = z.string().regex(/^INC-\d{1,9}$/);
const request = z.string().regex(/^REQ-\d{1,9}$/);
const change = z.string().regex(/^CHG-\d{1,9}$/);
/** What was agreed of a group's duty, and of a person's leave. */
const agreed = z.string().regex(/^(DUTY|LEAVE)-\d{1,9}$/);
/** A version of what the desk promises. */
const promises = z.string().regex(/^SLA-\d{1,9}$/);
/** What a ticket grows out of: a question (Q) or a message that was reported (M). */
const question = z.string().regex(/^[QM]-\d{1,9}$/);
/** What the desk learned, an article written in it, and a report to who looks after the knowledge. */
const phrasing = z.string().regex(/^PHR-\d{1,9}$/);
const article = z.string().regex(/^ART-\d{1,9}$/);
const finding = z.string().regex(/^GAP-\d{1,9}$/);
/** What was read before it is decided about, as a short print of its content. */
const print = z.string().regex(/^[0-9a-f]{12}$/);
/** Tells a record from another one of its number. */
const mark = z.string().regex(/^[0-9a-z]{1,12}$/);
const sop = z.string().regex(/^[a-z0-9-]{1,60}$/);
const name = z.string().regex(/^[\w.@:-]{1,80}$/);

/** The most a person can say at once: what a Slack modal's text field holds. Longer words are kept, cut with a note. */
export const LONGEST_TEXT = 3000;
/** What is sought can be said in so many characters. */
export const LONGEST_SEARCH = 200;
/** A year: who needs access for longer asks again. */
export const LONGEST_ACCESS_HOURS = 8760;
/** No policy lets reminders be snoozed for longer. */
export const LONGEST_SNOOZE_HOURS = 80;
const line = z.string().trim().min(1).max(150);
const text = z.string().trim().min(1).max(LONGEST_TEXT);
/** What a person wrote in chat may be longer: Slack sends up to 40,000 characters. */
const words = z.string().max(40_000);
/** A moment on the clock of who says it; the day may be told from today. */
const lately = z.string().regex(/^(?:today|yesterday|\d{4}-\d\d-\d\d)T\d\d:\d\d$/);
const local = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);

const level = z.enum(['low', 'medium', 'high']);
const priority = z.enum(['P1', 'P2', 'P3', 'P4']);
const type = z.enum(['incident', 'request']);
const cause = z.enum(['user', 'supplier', 'approval', 'change']);
/** A person as people name them. */
const someone = z.string().trim().min(1).max(80);
const date = z.iso.date();
/** A group as people name it. */
const team = z.string().trim().min(1).max(60);
/** `it@2026-11-30T08:00:00.000Z`: the shift of a group that runs at that moment. */
const shift = z.string().regex(/^[\w.-]{1,60}@\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/);
const page = z.coerce.number().int().min(1).max(1000).optional();

const commands = [
  z.object({ do: z.literal('ask'), words }),
  z.object({ do: z.literal('show-article'), question, article: name }),
  z.object({ do: z.literal('helped'), question }),
  /** Which words led to an answer; without a question, to the latest one. */
  z.object({ do: z.literal('why-answer'), question: question.optional() }),
  /** What was asked and answered, for agents: one kind of answer, or all; the newest before that moment. */
  z.object({
    do: z.literal('list-questions'),
    band: z.enum(['sure', 'choices', 'none']).optional(),
    before: z.iso.datetime().optional(),
  }),
  z.object({
    do: z.literal('open-ticket'),
    title: line,
    details: text.optional(),
    impact: level.default('low'),
    urgency: level.default('medium'),
    question: question.optional(),
    /** The article that was followed and did not help. */
    tried: name.optional(),
    type: type.optional(),
    category: name.optional(),
    /** For whom an agent opens it: a name, id or e-mail. */
    requester: someone.optional(),
    /** The closed ticket that it takes up again. */
    follows: ticket.optional(),
  }),
  z.object({ do: z.literal('list-mine') }),
  z.object({ do: z.literal('show-ticket'), ticket }),
  z.object({ do: z.literal('claim'), ticket }),
  z.object({ do: z.literal('note'), ticket, text }),
  z.object({
    do: z.literal('reply'),
    ticket,
    text: text.optional(),
    template: name.optional(),
    /** The words were read over in a form before they were sent. */
    checked: z.literal('yes').optional(),
  }),
  /** Words in a thread bound to a ticket: the requester's own, or an agent's internal note. */
  z.object({ do: z.literal('comment'), ticket, words }),
  /** The words just taken as a comment were a new question after all. */
  z.object({ do: z.literal('ask-instead'), ticket, event: name }),
  z.object({ do: z.literal('resolve'), ticket, summary: text }),
  z.object({ do: z.literal('reopen'), ticket, reason: text.optional() }),
  z.object({ do: z.literal('close'), ticket }),
  z.object({ do: z.literal('dismiss'), ticket, reason: text.optional() }),
  z.object({ do: z.literal('wait'), ticket, cause, reason: text, until: local.optional() }),
  z.object({ do: z.literal('resume'), ticket }),
  z.object({
    do: z.literal('edit'),
    ticket,
    title: line.optional(),
    type: type.optional(),
    category: name.optional(),
    impact: level.optional(),
    urgency: level.optional(),
    priority: priority.optional(),
  }),
  z.object({ do: z.literal('assign'), ticket, to: someone }),
  z.object({ do: z.literal('move'), ticket, group: name, note: text }),
  z.object({ do: z.literal('watch'), ticket, person: someone.optional(), stop: z.literal('yes').optional() }),
  z.object({ do: z.literal('link'), ticket, to: ticket, kind: z.enum(['related', 'caused-by', 'duplicate']) }),
  z.object({ do: z.literal('merge'), ticket, into: ticket }),
  /** The requester makes their own new ticket part of one that reports the same. */
  z.object({ do: z.literal('join'), ticket, into: ticket }),
  /** A ticket of its own, without which this one is not done. */
  z.object({
    do: z.literal('add-task'),
    ticket,
    title: line,
    group: name.optional(),
    to: someone.optional(),
  }),
  z.object({ do: z.literal('queue'), group: name.optional(), page }),
  z.object({ do: z.literal('find'), words: z.string().trim().max(LONGEST_SEARCH) }),
  /** The same step with many tickets: `value` is whom, which priority, what solved them, or the ticket they go into. */
  z.object({
    do: z.literal('bulk'),
    tickets: text,
    /** Those that the form offers to choose from. */
    among: text.optional(),
    action: z.enum(['claim', 'assign', 'priority', 'resolve', 'close', 'merge']),
    value: text.optional(),
  }),
  z.object({ do: z.literal('why'), ticket }),
  /** From when the promise is counted, before it was opened. */
  z.object({ do: z.literal('since'), ticket, from: lately }),
  /** Stops the nags for an interval, never the clock. */
  z.object({ do: z.literal('working'), ticket }),
  z.object({
    do: z.literal('snooze'),
    ticket,
    /** Of working time. */
    hours: z.coerce.number().positive().max(LONGEST_SNOOZE_HOURS),
    reason: text,
  }),
  z.object({ do: z.literal('need-help'), ticket, reason: text }),
  z.object({ do: z.literal('escalate'), ticket, reason: text }),
  z.object({
    do: z.literal('rate'),
    ticket,
    /** Which resolution is rated: a reopened ticket is rated anew. */
    resolution: z.coerce.number().int().min(1),
    score: z.coerce.number().int().min(1).max(5),
    comment: text.optional(),
  }),
  z.object({
    do: z.literal('request-access'),
    entitlement: name,
    hours: z.coerce.number().positive().max(LONGEST_ACCESS_HOURS),
    reason: text,
  }),
  z.object({ do: z.literal('show-request'), request }),
  z.object({ do: z.literal('withdraw'), subject: z.union([request, change]) }),
  z.object({ do: z.literal('return-access'), request }),
  z.object({ do: z.literal('list-approvals') }),
  z.object({ do: z.literal('approve'), subject: z.union([request, change]), step: name, of: mark.optional() }),
  z.object({
    do: z.literal('reject'),
    subject: z.union([request, change]),
    step: name,
    of: mark.optional(),
    reason: text,
  }),
  z.object({
    do: z.literal('open-change'),
    title: line,
    type: name.default('normal'),
    plan: text,
    risk: level,
    rollback: text,
    starts: local,
    ends: local,
  }),
  z.object({ do: z.literal('show-change'), change }),
  z.object({ do: z.literal('start-change'), change }),
  z.object({ do: z.literal('finish-change'), change, outcome: z.enum(['done', 'rolled-back']), summary: text }),
  z.object({ do: z.literal('find-sop'), words: z.string().trim().max(LONGEST_TEXT).optional() }),
  z.object({ do: z.literal('show-sop'), sop }),
  z.object({ do: z.literal('acknowledge-sop'), sop, version: z.coerce.number().int().min(1) }),
  z.object({ do: z.literal('sop-status'), sop }),
  z.object({ do: z.literal('oncall'), group: team.optional() }),
  /** `to`: a person, or `anyone` of the group. */
  z.object({ do: z.literal('offer-shift'), shift, to: someone }),
  z.object({
    do: z.literal('answer-shift'),
    group: name,
    offer: name,
    answer: z.enum(['take', 'decline', 'withdraw']),
  }),
  /** Gives duty to a person on these days. */
  z.object({ do: z.literal('order-duty'), group: team, person: someone, from: date, to: date }),
  z.object({ do: z.literal('leave'), person: someone.optional(), from: date, to: date }),
  z.object({ do: z.literal('list-leave'), person: someone.optional() }),
  z.object({ do: z.literal('cancel-leave'), person: name, from: date }),
  /** Gives the open tickets of a person who is away from that day on to those who stand in. */
  z.object({ do: z.literal('hand-over'), person: name, from: date }),
  z.object({
    do: z.literal('audit'),
    record: z.union([ticket, request, change, agreed]),
    /** Shows what came before the event of this number. */
    before: z.coerce.number().int().min(2).optional(),
  }),
  z.object({ do: z.literal('forecast'), group: name.optional() }),
  z.object({ do: z.literal('policy') }),
  z.object({ do: z.literal('take-policy'), policy: promises, open: z.enum(['keep', 'apply']) }),
  z.object({ do: z.literal('set-language'), lang: z.enum(['en', 'zh']) }),
  z.object({
    do: z.literal('help'),
    /** The command that was not understood, and the ticket in whose thread it was given. */
    unknown: z.string().max(LONGEST_SEARCH).optional(),
    ticket: ticket.optional(),
  }),
  /** What the desk may learn, and has learned, for agents. */
  z.object({ do: z.literal('learn') }),
  z.object({
    do: z.literal('decide-phrasing'),
    phrasing,
    verdict: z.enum(['accept', 'reject', 'withdraw']),
    read: print.optional(),
  }),
  z.object({
    do: z.literal('write-article'),
    title: line,
    lang: z.enum(['en', 'zh']),
    phrasings: text.optional(),
    body: text,
    audience: z.enum(['everyone', 'agents']).default('everyone'),
    /** What it is written for: a group of questions of a report, or a ticket. */
    report: finding.optional(),
    group: z.coerce.number().int().min(0).max(99).optional(),
    ticket: ticket.optional(),
    /** The article that is edited. */
    article: article.optional(),
    read: print.optional(),
  }),
  z.object({ do: z.literal('show-draft'), article }),
  z.object({ do: z.literal('publish-article'), article, read: print.optional() }),
  z.object({ do: z.literal('withdraw-article'), article }),
] as const;

const act = z.discriminatedUnion('do', commands);

export type Act = z.infer<typeof act>;

/** A Command with blanks: what it does, and whatever of it is known before the form is filled in. */
export type Draft = { [C in Act as C['do']]: { do: C['do'] } & Partial<C> }[Act['do']];

/** Opens the form that completes the draft. */
export type ShowForm = { do: 'show-form'; draft: Draft };

export type Command = Act | ShowForm;
export type CommandOf<D extends Command['do']> = Extract<Command, { do: D }>;

/** The schemas of drafts, each made once: making one takes longer than reading a message. */
const partials = new Map<unknown, z.ZodType>(commands.map((each) => [each.shape.do.value, each.partial()]));

const draft = z.custom<Draft>(
  (value) => {
    const { do: what } = (value ?? {}) as { do?: unknown };
    return partials.get(what)?.safeParse(value).success === true;
  },
  { error: 'not a command with blanks' },
);

export const command: z.ZodType<Command> = z.union([act, z.object({ do: z.literal('show-form'), draft })]);

/**
 * The command that a draft becomes with the values of its form, which carried nothing that its fields ask for; problems
 * are per field.
 */
export function complete(blanks: Draft, values: Record<string, string>) {
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
  return act.safeParse({ ...blanks, ...filled });
}
