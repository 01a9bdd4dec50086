import { describe, expect, it } from 'vitest';
import { findings, suggested } from '../../languages/lint.js';

const at = 'tsconfig.json';
const config = (options: object, more: object = {}): string => JSON.stringify({ ...more, compilerOptions: options });
const manifest = (dependencies: object): string => JSON.stringify({ name: 'user', private: true, dependencies });
const ON = { strict: true, noUncheckedIndexedAccess: true };

/** The messages for one config, without where they stand. */
const of = async (text: string, files: Readonly<Record<string, string>> = {}): Promise<string[]> =>
  (await findings({ ...files, [at]: text }))
    .filter((each) => each.startsWith(`${at}:`))
    .map((each) => each.replace(/^.*\//, ''));

describe('require-strict-tsconfig', () => {
  it('stands where the option is, or would be', async () => {
    const text = '{\n  // why\n  "compilerOptions": {\n    "strict": false,\n  },\n}\n';
    expect(await findings({ [at]: text })).toEqual([
      'tsconfig.json:3:3-20 require-strict-tsconfig/unchecked',
      'tsconfig.json:4:5-20 require-strict-tsconfig/off',
    ]);
  });

  it.each([
    ['strict off', config({ ...ON, strict: false }), ['off']],
    ['nothing said', config({ noUncheckedIndexedAccess: true }), ['absent']],
    ['no options at all', '{}', ['absent', 'unchecked']],
    ['a part off', config({ ...ON, strictNullChecks: false }), ['part']],
    ['elements unchecked', config({ strict: true, noUncheckedIndexedAccess: false }), ['unchecked']],
    ['both on', config(ON), []],
    ['parts off of what is off', config({ ...ON, strict: false, noImplicitAny: false }), ['off']],
    ['entities', config({ ...ON, experimentalDecorators: true, strictPropertyInitialization: false }), []],
    ['references only', '{ "files": [], "references": [{ "path": "./a" }] }', []],
    ['no JSON', '{ "compilerOptions": ', ['absent', 'unchecked']],
  ])('%s', async (_, text, expected) => {
    expect(await of(text)).toEqual(expected);
  });

  it('follows what a config extends, and tells of a shared one there', async () => {
    const child = config({}, { extends: './tsconfig.base.json' });
    expect(await of(child, { 'tsconfig.base.json': config(ON) })).toEqual([]);
    expect(await findings({ [at]: child, 'tsconfig.base.json': config({ strict: false }) })).toEqual([
      'tsconfig.base.json:1:2-19 require-strict-tsconfig/unchecked',
      'tsconfig.base.json:1:21-35 require-strict-tsconfig/off',
    ]);
    const preset = { 'node_modules/@tsconfig/node22/tsconfig.json': config({ strict: true }) };
    expect(await of(config({}, { extends: '@tsconfig/node22/tsconfig.json' }), preset)).toEqual(['unchecked']);
    expect(await of(config({}, { extends: '@tsconfig/node22/tsconfig.json' }))).toEqual([]);
  });

  it('knows the default of TypeScript 6', async () => {
    const files = { 'package.json': manifest({ typescript: '^6.0.0', express: '5' }) };
    expect(await of(config({ noUncheckedIndexedAccess: true }), files)).toEqual([]);
  });

  it('is for server code', async () => {
    expect(await of('{}', { 'package.json': manifest({ vite: '7', react: '19' }) })).toEqual([]);
    expect(await findings({ 'tsconfig.spec.json': '{}', 'tsconfig.eslint.json': '{}' })).toEqual([]);
  });

  it.each([
    ['{ "compilerOptions": { "strict": false, "noUncheckedIndexedAccess": true } }', '"strict": true'],
    [
      '{\n  "compilerOptions": {\n    "noUncheckedIndexedAccess": true\n  }\n}',
      '{\n    "strict": true,\n    "noUnchecked',
    ],
    ['{ "compilerOptions": {} }', '{"strict": true}'],
  ])('switches it on: %j', async (text, part) => {
    const fixed = await suggested({ [at]: text });
    expect(fixed).toContain(part);
    expect(() => JSON.parse(fixed!) as unknown).not.toThrow();
  });

  it('obeys comments', async () => {
    const text =
      '{\n  // eslint-disable-next-line backend/require-strict-tsconfig -- being moved\n  "compilerOptions": {}\n}';
    expect(await of(text)).toEqual([]);
  });
});
