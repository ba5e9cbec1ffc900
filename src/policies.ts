/** All that the house is told in YAML, read and checked against each other before anything starts. */
import { readCatalogue } from './access/catalogue.js';
import { lent as access } from './access/catalogue-shape.js';
import { readApprovals } from './approvals/policy.js';
import { createRoutes } from './approvals/routes.js';
import { lent as change, readChanges } from './changes/policy.js';
import { readDirectory } from './directory/policy.js';
import type { Directory } from './people.js';
import type { Provided } from './provided.js';
import { readKnowledgePolicy } from './articles/policy.js';
import { readChannels } from './channels/policy.js';
import { readSla } from './sla/policy.js';
import { readTemplates } from './tickets/policy.js';

export type Policies = ReturnType<typeof readPolicies>;

/** The facts that each kind of subject lends to the rules of approvals. */
export const subjects = { access, change };

/**
 * @param provided people and groups of identity providers, as they were when the desk was stopped.
 * @throws PolicyError with file, line and remedy.
 */
export function readPolicies(dir: string, provided?: Provided) {
  const live = readDirectory(dir, provided);
  const directory: Directory = live;
  const approvals = readApprovals(dir, directory, subjects);
  const routes = createRoutes(approvals, directory);
  const sla = readSla(dir, directory);
  const policies = {
    directory,
    /** The same, as what is provided is taken up by it. */
    live,
    approvals,
    routes,
    sla,
    /** The SLA policies as the files say them now. @throws PolicyError */
    slaOnFile: () => readSla(dir, directory),
    knowledge: readKnowledgePolicy(dir, directory, sla),
    catalogue: readCatalogue(dir, directory, routes),
    changes: readChanges(dir, routes),
    templates: readTemplates(dir),
    channels: readChannels(dir, directory),
  };
  if (provided) live.take(provided);
  return policies;
}
