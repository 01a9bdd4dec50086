import type { ExportRow, Library } from '../../model/library.js';

const first: ExportRow = { sinks: [{ kind: 'code', at: ['0'] }] };
const script: ExportRow = { construct: { sinks: [{ kind: 'code', at: ['0'] }] } };
const query: ExportRow = { sinks: [{ kind: 'query', at: ['0'] }] };

/** What runs text as a program. */
export const code: readonly Library[] = [
  {
    // https://nodejs.org/api/vm.html: "not a security mechanism"
    name: 'vm',
    kind: 'node',
    modules: ['vm', 'node:vm'],
    exports: {
      runInContext: first,
      runInNewContext: first,
      runInThisContext: first,
      compileFunction: first,
      Script: { ...script, new: 'Script' },
      SourceTextModule: script,
    },
    types: { Script: { members: {} } },
  },
  {
    // https://github.com/patriksimek/vm2: given up by its author, the sandbox can be left
    name: 'vm2',
    kind: 'node',
    modules: ['vm2'],
    exports: {
      VM: { new: 'Machine' },
      NodeVM: { new: 'Machine', static: 'Machine' },
      VMScript: script,
    },
    types: { Machine: { members: { run: first, runFile: first, code: first } } },
  },
  {
    // https://www.npmjs.com/package/safe-eval, /notevil, /static-eval: each of them has been left
    name: 'eval-likes',
    kind: 'node',
    modules: ['safe-eval', 'notevil', 'eval', 'node-eval', 'require-from-string', 'safer-eval'],
    exports: { default: first, '*': first },
  },
  {
    // https://mathjs.org/docs/expressions/security.html
    name: 'mathjs',
    kind: 'node',
    modules: ['mathjs'],
    exports: { eval: first, evaluate: first, compile: first, parse: first, create: {} },
  },
  {
    // https://graphql.org/graphql-js/graphql/, https://github.com/graffle-js/graffle
    name: 'graphql-texts',
    kind: 'clients',
    modules: ['graphql', '@octokit/graphql'],
    exports: {
      graphql: { sinks: [{ kind: 'query', at: ['0', '0.source', '1'] }] },
      parse: query,
      buildSchema: query,
      gql: query,
    },
  },
];
