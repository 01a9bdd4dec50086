import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as parser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { expect, it } from 'vitest';
import { storageOf } from '../../../src/facts/storage.js';
import { findLintedFile } from '../../../src/project/linted.js';

/** Every access of the app, one line each: line, what it does, medium, storage and key. */
function accessesOfApp(): string[] {
  const path = fileURLToPath(new URL('./app.ts', import.meta.url));
  const found: string[] = [];
  const facts = {
    create: (context: unknown) => ({
      Program() {
        const file = findLintedFile(context as never);
        for (const { node, does, medium, store, key } of file ? storageOf(file) : []) {
          const name = key?.map((part) => (part.kind === 'text' ? part.text : '…')).join('') ?? '-';
          found.push(`${node.loc.start.line} ${does} ${medium} ${store} ${name}`);
        }
      },
    }),
  };
  new Linter({ cwd: fileURLToPath(new URL('.', import.meta.url)) }).verify(
    readFileSync(path, 'utf8'),
    {
      files: ['**/*.ts'],
      plugins: { test: { rules: { facts: facts as never } } },
      rules: { 'test/facts': 'error' },
      languageOptions: { parser: parser as Linter.Parser },
    },
    { filename: path },
  );
  return found;
}

it('finds what an app keeps in storages, cookies, databases and persisted stores', () => {
  expect(accessesOfApp()).toEqual([
    '19 write web sessionStorage draft',
    '20 read web sessionStorage draft',
    '21 write web localStorage theme',
    '22 write cookie document.cookie lang',
    '24 write native AsyncStorage a',
    '25 write native AsyncStorage b',
    '27 write native Preferences c',
    '28 handle web Web storage columns',
    '29 write cookie A script-readable cookie seen',
    '31 write database IndexedDB d',
    '32 write database IndexedDB e',
    '33 handle web Web storage font',
    '38 write cookie A script-readable cookie f',
    '39 read database IndexedDB g',
    '40 read cookie A script-readable cookie consent',
    '41 persist web Web storage -',
    '44 write cookie A script-readable cookie h',
    '45 read cookie cookies h',
    '47 persist web Web storage -',
    '48 write cookie A script-readable cookie i',
    '50 persist web Web storage -',
    '53 write database db j',
    '54 read database IndexedDB k',
  ]);
});
