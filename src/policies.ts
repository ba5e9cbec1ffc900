/** All that the house is told in YAML, read and checked against each other before anything starts. */
import { readCatalogue } from './access/catalogue.js';
import { readApprovals } from './approvals/policy.js';
import { createRoutes } from './approvals/routes.js';
import { readChanges } from './changes/policy.js';
import { readDirectory } from './directory.js';
import { readKnowledgePolicy } from './articles/policy.js';
import { readChannels } from './channels/policy.js';
import { readSla } from './sla/policy.js';
import { readTemplates } from './tickets/policy.js';

export type Policies = ReturnType<typeof readPolicies>;

/** @throws PolicyError with file, line and remedy. */
export function readPolicies(dir: string) {
  const directory = readDirectory(dir);
  const routes = createRoutes(readApprovals(dir, directory), directory);
  const sla = readSla(dir, directory);
  return {
    directory,
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
}
