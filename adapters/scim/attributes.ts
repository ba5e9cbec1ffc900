/** The attributes of people and groups that the desk keeps, as SCIM (RFC 7643) names and describes them. Pure. */

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';

export type Attribute = {
  name: string;
  type: 'string' | 'boolean' | 'complex';
  description: string;
  multiValued?: true;
  required?: true;
  unique?: true;
  readOnly?: true;
  sub?: readonly Attribute[];
};

const text = (name: string, description: string, more: Partial<Attribute> = {}): Attribute => ({
  name,
  type: 'string',
  description,
  ...more,
});

export const user: readonly Attribute[] = [
  text('userName', 'The name by which the person signs in at the identity provider.', { required: true, unique: true }),
  text('displayName', 'The name that the desk shows.'),
  {
    name: 'name',
    type: 'complex',
    description: 'The parts of the name, where there is no displayName.',
    sub: [
      text('formatted', 'The whole name.'),
      text('givenName', 'The given name.'),
      text('familyName', 'The family name.'),
    ],
  },
  text('title', 'The position in the company.'),
  text('preferredLanguage', 'The language in which the desk writes to the person: English or Chinese.'),
  text('locale', 'Tells of the language where preferredLanguage does not.'),
  text('timezone', 'A zone of the IANA data base, such as Europe/Berlin.'),
  { name: 'active', type: 'boolean', description: 'Whether the person may use the desk.' },
  {
    name: 'emails',
    type: 'complex',
    multiValued: true,
    description: 'The primary one, else that of work, links the accounts in Slack and Teams.',
    sub: [
      text('value', 'The address.'),
      text('type', 'Such as work.'),
      { name: 'primary', type: 'boolean', description: 'The one address that counts.' },
    ],
  },
];

export const enterprise: readonly Attribute[] = [
  text('employeeNumber', 'Tells a person who comes back from another one of the same address.'),
  text('department', 'A fact for the rules of approvals.'),
  {
    name: 'manager',
    type: 'complex',
    description: 'Approves for the person.',
    sub: [text('value', 'The id, user name, address, external id or employee number of the manager.')],
  },
];

export const group: readonly Attribute[] = [
  text('displayName', 'The name by which directory.yaml maps the group.', { required: true, unique: true }),
  {
    name: 'members',
    type: 'complex',
    multiValued: true,
    description: 'The people in the group.',
    sub: [text('value', 'The id of a person.'), text('display', 'The name of a person.', { readOnly: true })],
  },
];

const externalId = text('externalId', 'The id at the identity provider.');

/** What can be said of a person: the extension stands as one attribute, `enterprise`. */
export const ofUser: Attribute = {
  name: 'User',
  type: 'complex',
  description: 'A person.',
  sub: [
    ...user,
    externalId,
    { name: 'enterprise', type: 'complex', description: 'Where the person works in the company.', sub: enterprise },
  ],
};
export const ofGroup: Attribute = {
  name: 'Group',
  type: 'complex',
  description: 'A group.',
  sub: [...group, externalId],
};

/**
 * The rest of RFC 7643, in lower case. Providers send it by default; the desk needs none of it, keeps none of it, and
 * refuses nobody for it.
 */
const passedOver = new Set(
  (
    'nickname profileurl usertype phonenumbers ims photos addresses entitlements roles x509certificates password groups ' +
    'honorificprefix honorificsuffix middlename costcenter organization division display type $ref id schemas meta'
  ).split(' '),
);
export const isPassedOver = (name: string): boolean => passedOver.has(name.toLowerCase());

/** Names are the same in whatever case they are written. */
export const attributeIn = ({ sub = [] }: Attribute, name: string): Attribute | undefined =>
  sub.find((each) => each.name.toLowerCase() === name.toLowerCase());

const parts = [
  [`${ENTERPRISE}:`, 'enterprise.'],
  [`${ENTERPRISE}.`, 'enterprise.'],
  [ENTERPRISE, 'enterprise'],
  [`${USER}:`, ''],
  [`${GROUP}:`, ''],
] as const;

/** An attribute's path without the name of its schema, which providers write in several ways. */
export function withoutSchema(path: string): string {
  const lower = path.toLowerCase();
  const found = parts.find(([urn]) => lower.startsWith(urn.toLowerCase()));
  return found ? found[1] + path.slice(found[0].length) : path;
}
