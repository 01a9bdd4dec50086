import type { ExportRow, Library } from '../../model/library.js';

/** A deep merge, before the version that leaves `__proto__` and `constructor` out; all versions where none is named. */
const merge = (below?: string): ExportRow => ({
  sinks: [{ kind: 'merge', at: ['*'], ...(below === undefined ? {} : { below }) }],
  flow: { from: ['*'] },
});
/** A setter by path, likewise. */
const setter = (at: string, below?: string): ExportRow => ({
  sinks: [{ kind: 'property', at: [at], ...(below === undefined ? {} : { below }) }],
});
const same: ExportRow = { flow: { from: ['0'] } };
/** Only the named fields are left. */
const picked = (at: string): ExportRow => ({ flow: { from: [at], cleans: ['row'] } });
const text: ExportRow = { flow: { from: ['0'], text: true } };
const all: ExportRow = { flow: { from: ['*'] } };
const lib = (modules: readonly string[], exports: Record<string, ExportRow>): Library => ({
  name: modules[0]!,
  kind: 'data',
  modules,
  exports,
});

// CVE-2018-16487, CVE-2019-10744; CVE-2020-8203
const lodashMerge = merge('4.17.12');
const lodashSet = setter('1', '4.17.20');

/**
 * Deep merges and setters by path, with the versions that mended them (advisories.github.com):
 * https://cheatsheetseries.owasp.org/cheatsheets/Prototype_Pollution_Prevention_Cheat_Sheet.html
 */
export const merges: readonly Library[] = [
  lib(['lodash', 'lodash-es'], {
    merge: lodashMerge,
    mergeWith: lodashMerge,
    defaultsDeep: lodashMerge,
    set: lodashSet,
    setWith: lodashSet,
    update: lodashSet,
    zipObjectDeep: setter('0', '4.17.20'),
    pick: picked('0'),
    omit: same,
    cloneDeep: same,
    clone: same,
    get: { flow: { from: ['0.?'] } },
    assign: all,
    extend: all,
    defaults: all,
    trim: text,
    toLower: text,
    toUpper: text,
    toString: text,
    escape: { flow: { from: ['0'], text: true, cleans: ['html', 'xml'] } },
    escapeRegExp: { flow: { from: ['0'], text: true, cleans: ['regexp'] } },
    template: { sinks: [{ kind: 'template', at: ['0'] }] },
    default: {},
  }),
  lib(['radash', 'es-toolkit', 'remeda', 'underscore', 'just-pick', 'lodash.pick', 'object.pick'], {
    pick: picked('0'),
    default: picked('0'),
  }),
  lib(['ramda'], { pick: picked('1') }),
  lib(['lodash.merge'], { default: merge('4.6.2') }),
  lib(['lodash.mergewith'], { default: merge('4.6.2') }),
  lib(['lodash.defaultsdeep'], { default: merge('4.6.1') }),
  lib(['lodash.set'], { default: setter('1') }),
  lib(['escape-string-regexp', 'lodash.escaperegexp'], {
    default: { flow: { from: ['0'], text: true, cleans: ['regexp'] } },
  }),
  lib(['deep-extend'], { default: merge('0.5.1') }),
  lib(['merge-deep'], { default: merge('3.0.3') }),
  lib(['mixin-deep'], { default: merge('2.0.1') }),
  lib(['assign-deep'], { default: merge('1.0.1') }),
  lib(['defaults-deep'], { default: merge() }),
  lib(['deeply'], { default: merge('3.1.0') }),
  lib(['merge'], { default: merge('2.1.1'), recursive: merge('2.1.1') }),
  lib(['hoek'], { merge: merge('5.0.3'), applyToDefaults: merge('5.0.3') }),
  lib(['set-value'], { default: setter('1', '4.0.1') }),
  lib(['dset'], { default: setter('1', '3.1.4'), dset: setter('1', '3.1.4') }),
  lib(['object-path'], { set: setter('1', '0.11.8'), default: {} }),
  lib(['dot-prop'], { set: setter('1', '5.1.1'), setProperty: setter('1', '5.1.1') }),
  lib(['dottie'], { set: setter('1', '2.0.4') }),
  lib(['flat'], { unflatten: { sinks: [{ kind: 'merge', at: ['0'], below: '5.0.1' }] } }),
];
