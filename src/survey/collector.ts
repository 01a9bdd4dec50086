import type { BackendFile } from '../model/file.js';
import { createRule, type BackendRule } from '../rule/create-rule.js';
import { collectApplications } from './applications.js';
import type { CollectedFile } from './collected.js';
import { collectJobs, collectOutgoing, collectTokens } from './connections.js';
import { collectEndpoints } from './endpoints.js';
import { collectVariables } from './environment.js';
import { tracesOf } from './masks.js';
import { collectCaches, collectQueries, collectTransactions } from './stores.js';

/** The name under which the collector runs beside the rules. */
export const COLLECTOR = 'survey';

/**
 * A rule that reports nothing and writes down what each linted file gives to the survey, so that one pass over the
 * files is enough: it asks for the same facts of the same trees as the rules.
 */
export function makeCollector(into: Map<string, CollectedFile>): BackendRule {
  return createRule({
    name: COLLECTOR,
    area: 'architecture',
    level: 'strict',
    description: 'collect what `backend-lint report` shows',
    messages: {},
    create: ({ file }) => ({
      File() {
        if (file.kind === 'source' || file.kind === 'config') into.set(file.path, collect(file));
      },
    }),
  });
}

const collect = (file: BackendFile): CollectedFile => ({
  path: file.path,
  applications: collectApplications(file),
  endpoints: collectEndpoints(file),
  data: collectQueries(file),
  transactions: collectTransactions(file),
  tokens: collectTokens(file),
  caches: collectCaches(file),
  jobs: collectJobs(file),
  outgoing: collectOutgoing(file),
  variables: collectVariables(file),
  folder: file.project.findPackage(file.path)?.dir ?? null,
  secrets: tracesOf(file),
});
