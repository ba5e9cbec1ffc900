/** Who people are: the directory that the policies describe, and the chat accounts that are linked to it. */
import { z } from 'zod';
import { distinct } from './distinct.js';
import type { Role } from './language/spec.js';
import type { Lang, Viewer } from './card.js';
import { zoneName } from './zones.js';

const id = z.string().regex(/^[\w.-]{1,60}$/);
const lang = z.enum(['en', 'zh']);
const both = z.object({ en: z.string().min(1), zh: z.string().min(1) });

export const peoplePolicy = z.strictObject({
  people: z
    .array(
      z.strictObject({
        id,
        name: z.string().min(1).max(80),
        email: z.email().transform((address) => address.toLowerCase()),
        title: both,
        /** What approvals are routed by, as the company names it. */
        department: z.string().trim().min(1).max(80).optional(),
        location: z.string().trim().min(1).max(80).optional(),
        lang: lang.default('en'),
        zone: zoneName.default('UTC'),
        /** Their own working hours, where these are not their group's: outside them only the most critical disturbs. */
        calendar: id.optional(),
        /** Who approves for them and is told of what concerns them. */
        manager: id.optional(),
        roles: z.array(z.enum(['agent', 'lead', 'security', 'admin'])).default([]),
        vip: z.boolean().default(false),
        /** Where they like to be written to, when both are linked. */
        chat: z.enum(['slack', 'teams']).optional(),
        /** Accounts linked by hand: `<workspace>/<user>` in Slack, `<tenant>/<object id>` in Teams. */
        accounts: z.strictObject({ slack: z.string().optional(), teams: z.string().optional() }).default({}),
      }),
    )
    .min(1),
});

const tiers = ['L1', 'L2', 'L3'] as const;
const known = (categories: string[]): Record<string, number> => Object.fromEntries(categories.map((each) => [each, 5]));

const rota = z.strictObject({
  /** The on-call agents, a week each, in this order. */
  people: z.array(id).min(1, { error: 'is empty: name who has duty, or leave `rota` out' }),
  /** The first of them begins at the first hand-over on or after this date. */
  starts: z.iso.date({ error: 'not a date such as 2026-11-02' }),
  /** On the clocks of the group's zone. */
  handOver: z
    .string()
    .regex(/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun) ([01]\d|2[0-3]):[0-5]\d$/, {
      error: 'not a weekday and time such as Mon 09:00',
    })
    .default('Mon 09:00'),
});

export const teamsPolicy = z.strictObject({
  /** The group whose queue a ticket enters unless something says otherwise. */
  default: id,
  groups: z
    .array(
      z.strictObject({
        id,
        name: both,
        lang: lang.default('en'),
        zone: zoneName.default('UTC'),
        lead: id,
        /** Is told of breaches. */
        manager: id,
        /** The number to call when work stands still, as people dial it. */
        phone: z.string().trim().min(3).max(40).optional(),
        members: z.array(id).min(1).superRefine(distinct()),
        backup: id.optional(),
        calendar: id,
        /** Titles and words of its tickets are shown to those concerned alone, never in a channel. */
        sensitive: z.boolean().default(false),
        /**
         * Who gets a new ticket: nobody, agents in turn, the agent with the fewest open tickets, the most skilled, the
         * on-call agent.
         */
        assignment: z.enum(['none', 'round-robin', 'least-load', 'skill', 'on-duty']).default('none'),
        /** How well a member knows a category, 0–10; a plain list of categories means 5 in each. */
        skills: z.record(id, z.union([z.array(id).transform(known), z.record(id, z.int().min(0).max(10))])).default({}),
        /** The tier a member works in; members who are not named work in L1. New tickets start in the lowest. */
        tiers: z.record(id, z.enum(tiers)).default({}),
        /** The most open tickets that the rule gives a member at once, and the members with another limit. */
        cap: z.int().min(1).optional(),
        caps: z.record(id, z.int().min(0)).default({}),
        rota: rota.optional(),
        channels: z.strictObject({ slack: z.string().optional(), teams: z.string().optional() }),
        /** At this hour of each working day its channels are told how it stands. */
        digest: z
          .string()
          .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "not an hour in quotes such as '09:00'" })
          .optional(),
      }),
    )
    .min(1)
    .superRefine(distinct('id')),
});

/** Whether a person has a role. A lead is an agent too; no other role stands for another one. */
export const has = ({ roles }: Pick<Person, 'roles'>, role: Role): boolean =>
  roles.includes(role) || (role === 'agent' && roles.includes('lead'));

/** Security officers and administrators look after everybody's access, and after those who leave. */
export const isGuard = (person: Pick<Person, 'roles'>): boolean => has(person, 'security') || has(person, 'admin');

export type Person = Readonly<z.infer<typeof peoplePolicy>['people'][number]>;
export type Group = Readonly<z.infer<typeof teamsPolicy>['groups'][number]>;

/** The directory: pure look-ups over the policies. Ask it anew each time: it may have changed since. */
export type Directory = {
  people: readonly Person[];
  groups: readonly Group[];
  defaultGroup: Group;
  person(id: string): Person | undefined;
  byEmail(email: string): Person | undefined;
  group(id: string): Group | undefined;
  isAgentOf(person: string, group: string): boolean;
  /** Whether they work on the tickets of some group. */
  isAgent(person: Pick<Person, 'id'>): boolean;
  /** Whether they were known by this address before they were known by the one of today. */
  hadAddress(person: string, email: string): boolean;
  /** People, and what is known of them, change while the desk runs: what nobody has today, somebody may have tomorrow. */
  readonly isOpen: boolean;
};

/** Those who have a role now. */
export const holders = ({ people }: Pick<Directory, 'people'>, role: Role): readonly Person[] =>
  people.filter(({ roles }) => roles.includes(role));

export function createDirectory(
  policy: z.infer<typeof peoplePolicy>,
  { groups, default: standard }: z.infer<typeof teamsPolicy>,
): Directory {
  const teams = new Map(groups.map((each) => [each.id, each]));
  const isAgentOf: Directory['isAgentOf'] = (person, group) => {
    const team = teams.get(group);
    return team !== undefined && (team.lead === person || team.members.includes(person));
  };
  const isAgent: Directory['isAgent'] = ({ id }) => groups.some((group) => isAgentOf(id, group.id));
  /** The members of a group are agents and nobody else is; the lead of a group is a lead, whatever the roles say. */
  const rolesOf = (person: Person): Role[] => {
    const works = isAgent(person) ? (['agent'] as const) : [];
    const leads = groups.some(({ lead }) => lead === person.id) ? (['lead'] as const) : [];
    return [...new Set([...works, ...leads, ...person.roles.filter((role) => role !== 'agent')])];
  };
  const people = policy.people.map((person) => ({ ...person, roles: rolesOf(person) }));
  const persons = new Map(people.map((each) => [each.id, each]));
  const emails = new Map(people.map((each) => [each.email, each]));
  return {
    people,
    groups,
    defaultGroup: teams.get(standard)!,
    person: (id) => persons.get(id),
    byEmail: (email) => emails.get(email.toLowerCase()),
    group: (id) => teams.get(id),
    isAgentOf,
    isAgent,
    hadAddress: () => false,
    isOpen: false,
  };
}

/** For whose eyes a group's channel is drawn. */
export const viewerOfGroup = (group: Group): Viewer => ({ lang: group.lang, zone: group.zone });

/** Reads a platform's locale (`zh-CN`, `en_GB`) as one of the desk's languages. */
export const langOfLocale = (locale: string | undefined): Lang | undefined =>
  locale === undefined ? undefined : /^zh\b/i.test(locale.replace('_', '-')) ? 'zh' : 'en';
