/** Opens the provisioners that catalogue.yaml names. */
import { PolicyError } from '../../policy.js';
import type { Catalogue } from '../catalogue.js';
import type { ProvisionerPolicy } from '../catalogue-shape.js';
import { fused } from './fuse.js';
import type { Provisioner } from './provisioner.js';
import { scimProvisioner } from './scim.client.js';
import { webhookProvisioner } from './webhook.client.js';

/**
 * The provisioner of an entitlement; the desk's own list where the catalogue names none, and beside what people do by hand.
 * @param secret what the environment has under a name.
 * @throws PolicyError that names the variable which is missing.
 */
export function openProvisioners(
  { provisioners, provisionerOf }: Pick<Catalogue, 'provisioners' | 'provisionerOf'>,
  { list, secret, now }: { list: Provisioner; secret(name: string): string | undefined; now: () => Date },
): (entitlement: string) => Provisioner {
  const required = (policy: ProvisionerPolicy, name: string): string => {
    const value = secret(name);
    if (value) return value;
    throw new PolicyError(`catalogue.yaml: the provisioner "${policy.id}" needs ${name}: set it in the environment`);
  };

  function open(policy: Exclude<ProvisionerPolicy, { kind: 'hand' }>): Provisioner {
    const timeoutMs = policy.timeoutSeconds * 1000;
    const { url } = policy;
    const own =
      policy.kind === 'webhook'
        ? webhookProvisioner({ url, secret: required(policy, policy.secret), timeoutMs, now })
        : scimProvisioner({ url, token: required(policy, policy.token), groups: policy.groups, timeoutMs, now });
    return fused(own, timeoutMs, now);
  }

  const opened = new Map(
    provisioners.flatMap((policy) => (policy.kind === 'hand' ? [] : [[policy.id, open(policy)] as const])),
  );
  return (entitlement) => opened.get(provisionerOf(entitlement)?.id ?? '') ?? list;
}
