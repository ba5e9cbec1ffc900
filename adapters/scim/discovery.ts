/** What the SCIM server says of itself (RFC 7644, 4). Pure. */
import { type Attribute, ENTERPRISE, enterprise, GROUP, group, USER, user } from './attributes.js';
import type { Resource } from './resource.js';

const SCHEMAS = 'urn:ietf:params:scim:schemas:core:2.0';

/** The most that one answer lists. */
export const MOST_RESULTS = 200;

export const serviceProviderConfig = (base: string): Resource => ({
  schemas: [`${SCHEMAS}:ServiceProviderConfig`],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: MOST_RESULTS },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'Bearer token',
      description: 'One of the tokens of SCIM_TOKEN, in the Authorization header.',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
});

const attributeResource = (attribute: Attribute): Resource => ({
  name: attribute.name,
  type: attribute.type,
  multiValued: attribute.multiValued ?? false,
  description: attribute.description,
  required: attribute.required ?? false,
  ...(attribute.type === 'string' ? { caseExact: false, uniqueness: attribute.unique ? 'server' : 'none' } : {}),
  mutability: attribute.readOnly ? 'readOnly' : 'readWrite',
  returned: 'default',
  ...(attribute.sub ? { subAttributes: attribute.sub.map(attributeResource) } : {}),
});

const schema =
  (id: string, name: string, attributes: readonly Attribute[]) =>
  (base: string): Resource => ({
    schemas: [`${SCHEMAS}:Schema`],
    id,
    name,
    description: name,
    attributes: attributes.map(attributeResource),
    meta: { resourceType: 'Schema', location: `${base}/Schemas/${id}` },
  });

const resourceType =
  (name: string, id: string, extensions: readonly string[]) =>
  (base: string): Resource => ({
    schemas: [`${SCHEMAS}:ResourceType`],
    id: name,
    name,
    endpoint: `/${name}s`,
    description: name,
    schema: id,
    ...(extensions.length > 0
      ? { schemaExtensions: extensions.map((each) => ({ schema: each, required: false })) }
      : {}),
    meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${name}` },
  });

/** What can be listed and looked up, by its id. */
export const discoverable: Record<'Schemas' | 'ResourceTypes', Record<string, (base: string) => Resource>> = {
  Schemas: {
    [USER]: schema(USER, 'User', user),
    [ENTERPRISE]: schema(ENTERPRISE, 'Enterprise user', enterprise),
    [GROUP]: schema(GROUP, 'Group', group),
  },
  ResourceTypes: { User: resourceType('User', USER, [ENTERPRISE]), Group: resourceType('Group', GROUP, []) },
};
