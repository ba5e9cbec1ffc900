/** The shape of catalogue.yaml: applications with their entitlements, roles that bundle them, and what nobody holds together. */
import { z } from 'zod';
import { condition, type Lent } from '../approvals/conditions.js';
import { common, risks } from '../approvals/facts.js';
import { both } from '../approvals/policy.js';
import { distinct } from '../distinct.js';

const id = z.string().regex(/^[\w.-]{1,60}$/, { error: 'letters, digits, dots and dashes, at most 60' });
const sentence = z.strictObject({ en: z.string().min(1).max(300), zh: z.string().min(1).max(300) });
/** A year: longer access belongs to a job, not to a request. */
const hours = z.number().positive().max(8760);

/** What the rules of approvals.yaml may ask about a request for access. */
export const lent: Lent = {
  ...common,
  application: { label: { en: 'application', zh: '应用' }, is: 'text' },
  entitlement: { label: { en: 'entitlement', zh: '权限' }, is: 'text' },
  level: {
    label: { en: 'level', zh: '权限粒度' },
    is: { among: ['function', 'data', 'operation', 'field', 'approval', 'role'] },
  },
  cost: { label: { en: 'cost', zh: '费用' }, is: 'number' },
  reason: { label: { en: 'reason', zh: '理由' }, is: 'shown' },
};

/** What an entitlement and a role say alike. */
const shared = {
  id,
  name: both,
  /** In plain words, for the person who asks and the person who decides. */
  description: sentence.optional(),
  risk: z.enum(risks).optional(),
  maxHours: hours.optional(),
  /** Of approvals.yaml; without it, its rules choose. */
  route: id.optional(),
  /** What it costs, in the company's currency, for rules and limits. */
  cost: z.number().min(0).optional(),
  /** Who may ask for it, by what the directory knows of them; without it, everybody. */
  for: condition.optional(),
  /** What must be held before, by its id. */
  needs: z.array(id).superRefine(distinct()).default([]),
};

const entitlement = z.strictObject({
  ...shared,
  risk: z.enum(risks),
  maxHours: hours,
  /** What it lets its holder do: use a function, see data, do an operation, see a field, approve up to a limit. */
  level: z.enum(['function', 'data', 'operation', 'field', 'approval']).default('function'),
  /** What the application gives with it. */
  includes: z.array(id).superRefine(distinct()).default([]),
  incompatible: z.array(id).superRefine(distinct()).default([]),
});

const role = z.strictObject({
  ...shared,
  owner: id,
  deputy: id.optional(),
  includes: z.array(id).min(1).superRefine(distinct()),
  /** What it takes out of what it inherits. */
  without: z.array(id).superRefine(distinct()).default([]),
});

/** The name of a variable of the environment: no secret stands in a policy. */
const variable = z.string().regex(/^[A-Z][A-Z0-9_]{0,79}$/, {
  error: 'is no name of a variable of the environment, such as CRM_HOOK_SECRET: never write the secret itself here',
});
const url = z.url({ protocol: /^https?$/, error: 'is no address such as https://crm.example.com/hooks' });
const timeoutSeconds = z.number().min(0.1).max(60).default(10);

const provisioner = z.discriminatedUnion('kind', [
  z.strictObject({ id, kind: z.literal('webhook'), url, secret: variable, timeoutSeconds }),
  z.strictObject({
    id,
    kind: z.literal('scim'),
    url,
    token: variable,
    /** The display name of the group that stands for each entitlement. */
    groups: z.record(id, z.string().min(1).max(200)),
    timeoutSeconds,
  }),
  z.strictObject({
    id,
    kind: z.literal('hand'),
    /** Who sets it up and takes it away in the application. */
    by: z.string().regex(/^(owner|(person|group):[\w.-]+)$/, { error: 'use owner, person:<id> or group:<id>' }),
    /** From this risk on a second person looks again. */
    checkedFrom: z.enum(risks).default('high'),
  }),
]);
export type ProvisionerPolicy = z.infer<typeof provisioner>;

export const cataloguePolicy = z.strictObject({
  durationsHours: z.array(hours).min(1).superRefine(distinct()),
  warnBeforeHours: z.array(hours).superRefine(distinct()).default([24, 1]),
  /** So many hours of the owner's working time an application has to confirm a grant or its end; then it is a ticket. */
  verifyWithinHours: z
    .strictObject({ low: hours, medium: hours, high: hours })
    .default({ low: 16, medium: 8, high: 4 }),
  /** How grants reach applications. */
  provisioners: z.array(provisioner).superRefine(distinct('id')).default([]),
  applications: z
    .array(
      z.strictObject({
        id,
        name: both,
        owner: id,
        /** Is asked and told instead of an owner who has left. */
        deputy: id.optional(),
        /** Where its grants take effect; without it, in the desk's own list. */
        provisioner: id.optional(),
        entitlements: z.array(entitlement).min(1),
      }),
    )
    .min(1)
    .superRefine(distinct('id')),
  roles: z.array(role).default([]),
  /** What nobody holds together, beside what entitlements call `incompatible`. */
  separation: z
    .array(
      z.strictObject({
        id,
        name: both,
        one: z.array(id).min(1),
        other: z.array(id).min(1),
        /** On whose decision and for how long somebody may hold both all the same. */
        exception: z.strictObject({ route: id, maxHours: hours }).optional(),
      }),
    )
    .superRefine(distinct('id'))
    .default([]),
});
export type CataloguePolicy = z.infer<typeof cataloguePolicy>;
