// The project lints itself: typescript-eslint strict, eslint-plugin-eslint-plugin on the rules, and – once it is
// built – its own recommended preset. (An .mjs file because eslint-plugin-eslint-plugin ships ESM only.)
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { defineConfig } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import tseslint from 'typescript-eslint';

const OWN_BUILD = './dist/index.js';
const isBuilt = existsSync(new URL(OWN_BUILD, import.meta.url));
const backend = isBuilt ? createRequire(import.meta.url)(OWN_BUILD) : null;

const shared = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  '@typescript-eslint/no-non-null-assertion': 'off', // an index or a Map entry that was just tested
};
const sharedTypeScript = {
  ...shared,
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
};

export default defineConfig(
  // Small backends full of faults on purpose, and what tools write.
  {
    ignores: [
      ...['dist/**', 'coverage/**', 'test/apps/**', 'test/cases/**', '**/fixtures/**'],
      ...['test/libraries/*/app.*', 'test/libraries/*/app/**'],
    ],
  },
  {
    files: ['src/**/*.ts', 'src/report/page/**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...sharedTypeScript,
      '@typescript-eslint/consistent-type-exports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `node.type === 'Literal'` narrows as the enum does, and the enum would load a package at start-up.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // `return visit(node.left)` in a visitor that returns nothing is how a tree is walked.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-console': 'error',
    },
  },
  { files: ['src/cli/**/*.ts'], rules: { 'no-console': 'off' } },
  { files: ['test/**/*.ts', 'vitest.config.mts'], extends: [tseslint.configs.strict], rules: sharedTypeScript },
  { files: ['**/*.mjs'], extends: [tseslint.configs.strict], rules: shared },
  backend ? { files: ['src/**/*.ts', 'scripts/**/*.mjs'], extends: [backend.configs['flat/recommended']] } : {},
  // Its tables list the settings that the rule reports.
  backend ? { files: ['src/facts/errors/exposures.ts'], rules: { 'backend/no-error-details-in-response': 'off' } } : {},
  {
    // It takes a call of createRule() for a rule and checks `create`, reports and fixers in it. What createRule() puts
    // into `meta` it cannot see: test/house/registry.test.ts holds the rules as made to the same standard.
    files: ['src/rules/**/*.ts', 'src/rule/**/*.ts', 'test/**/*.ts'],
    extends: [eslintPlugin.configs.recommended],
    rules: {
      'eslint-plugin/require-meta-default-options': 'off',
      'eslint-plugin/require-meta-docs-description': 'off',
      'eslint-plugin/require-meta-docs-url': 'off',
      'eslint-plugin/require-meta-fixable': 'off',
      'eslint-plugin/require-meta-has-suggestions': 'off',
      'eslint-plugin/require-meta-schema': 'off',
      'eslint-plugin/require-meta-schema-description': 'off',
      'eslint-plugin/require-meta-type': 'off',
      // Needs `meta.messages` in the file.
      'eslint-plugin/prefer-message-ids': 'off',
    },
  },
);
