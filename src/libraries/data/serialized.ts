import type { ExportRow, Library } from '../../model/library.js';

const first: ExportRow = { sinks: [{ kind: 'serialized', at: ['0'] }] };
/** Without a schema it is the full one, which builds functions; whoever names one mostly narrows it. */
const old: ExportRow = {
  sinks: [{ kind: 'serialized', at: ['0'], below: '4', when: [{ at: '1.schema', is: 'unset' }] }],
  flow: { from: ['0'] },
};
const lib = (modules: readonly string[], exports: Record<string, ExportRow>): Library => ({
  name: modules[0]!,
  kind: 'data',
  modules,
  exports,
});

/** Formats that build functions and objects of any class while they are read. */
export const serialized: readonly Library[] = [
  // https://www.npmjs.com/package/node-serialize (CVE-2017-5941), /serialize-to-js, /funcster, /cryo
  lib(['node-serialize'], { unserialize: first }),
  lib(['serialize-to-js'], { deserialize: first }),
  lib(['funcster'], { deepDeserialize: first, deserialize: first }),
  lib(['cryo'], { parse: first }),
  lib(['json-fn', 'jsonfn'], { parse: first }),
  // https://github.com/nodeca/js-yaml/blob/master/CHANGELOG.md#400---2021-01-03: `load` builds functions before 4
  lib(['js-yaml'], {
    load: old,
    loadAll: {
      ...old,
      sinks: [{ kind: 'serialized', at: ['0'], below: '4', when: [{ at: '2.schema', is: 'unset' }] }],
    },
    safeLoad: { flow: { from: ['0'] } },
  }),
  lib(['yaml'], { parse: { flow: { from: ['0'] } } }),
  // https://nodejs.org/api/v8.html#v8deserializebuffer
  lib(['v8', 'node:v8'], { deserialize: first }),
  lib(['bson'], {
    deserialize: { sinks: [{ kind: 'serialized', at: ['0'], when: [{ at: '1.evalFunctions', is: 'set' }] }] },
  }),
];
