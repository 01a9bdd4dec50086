/** Every rule is registered, tested and described, and `meta` – which eslint-plugin-eslint-plugin cannot see – is sound. */
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.js';
import { AREAS } from '../../src/rule/metadata.js';
import { DOCS_BASE } from '../../src/package-info.js';
import { allFiles, readSource } from './source.js';

interface RuleMeta {
  readonly type?: string;
  readonly fixable?: string;
  readonly hasSuggestions?: boolean;
  readonly messages: Readonly<Record<string, string>>;
  readonly schema: unknown;
  readonly docs: { readonly description: string; readonly url: string; readonly area: string };
}
const NAME = /^(?:no|require|prefer|valid)(?:-[a-z0-9]+)+$/;
/** Names that RULES.md gives without one of these beginnings. */
const NAMED_OTHERWISE = new Set(['layer-boundaries', 'middleware-order', 'rest-resource-naming']);
/** Declared and used by createRule for all of them. */
const OF_CREATE_RULE = new Set(['internalError', 'settingsError']);
const EMOJI = /\p{Extended_Pictographic}/u;

/** What rules are made of: facts, and the makers of rules of one form. */
const makers = [...allFiles('src/facts', /\.ts$/), ...allFiles('src/rule', /\.ts$/), ...allFiles('src/model', /\.ts$/)]
  .map(readSource)
  .join('\n');
const registered = Object.entries(rules as Readonly<Record<string, { readonly meta: RuleMeta }>>);
const files = allFiles('src/rules', /^[^/]+\/[^/]+\.ts$/);
const nameOf = (path: string): string => basename(path, '.ts');
const hasTest = (name: string): boolean =>
  allFiles('test/rules', /\.test\.ts$/).some((path) => path.split('/').some((part) => part.split('.')[0] === name));

describe('the registry', () => {
  it('holds every rule file, by its name, and nothing else', () => {
    expect(registered.map(([name]) => name)).toEqual(files.map(nameOf).sort());
  });

  it('has only known areas as folders', () => {
    expect(files.map((path) => basename(dirname(path))).filter((area) => !AREAS.includes(area as never))).toEqual([]);
  });

  it('has a page for every rule, and no page without a rule', () => {
    expect(allFiles('rules-docs', /^[^/]+\.md$/).map((path) => basename(path, '.md'))).toEqual(
      files.map(nameOf).sort(),
    );
  });
});

describe.each(registered)('%s', (name, { meta }) => {
  const path = files.find((file) => nameOf(file) === name) ?? '';
  const ownMessages = Object.keys(meta.messages).filter((id) => !OF_CREATE_RULE.has(id));

  it('is named as a rule is', () => {
    expect(NAMED_OTHERWISE.has(name) || NAME.test(name)).toBe(true);
  });

  it('stands in the folder of its area', () => {
    expect(basename(dirname(path))).toBe(meta.docs.area);
  });

  it('has a test of its own', () => {
    expect(hasTest(name)).toBe(true);
  });

  it('links to its own page', () => {
    expect(meta.docs.url).toBe(`${DOCS_BASE}/${name}.md`);
  });

  it('describes itself in one clause without a full stop', () => {
    expect(meta.docs.description).toMatch(/^[a-z].{10,}[^.]$/);
  });

  it('has a type and a schema', () => {
    expect(meta.type).toMatch(/^(?:problem|suggestion|layout)$/);
    expect(meta.schema).toBeInstanceOf(Array);
  });

  it('has messages in whole sentences, without emojis', () => {
    expect(ownMessages).not.toEqual([]);
    for (const text of Object.values(meta.messages)) {
      expect(text).toMatch(/^\S[^]*\S$/);
      expect(text).not.toMatch(EMOJI);
    }
  });

  it('uses every message that it declares', () => {
    const source = readSource(path);
    // The fact may say which it is (`message: fault.kind`); then the facts name it.
    const unused = ownMessages.filter(
      (id) => (source.match(new RegExp(`\\b${id}\\b`, 'g')) ?? []).length < 2 && !makers.includes(`'${id}'`),
    );
    expect(unused).toEqual([]);
  });
});
