// The texts that `npm run new` and `npm run generate` start files with.

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

export const ruleFile = (area, name) => `import { createRule } from '../../rule/create-rule.js';

/** TODO: the guideline as one sentence. */
export const rule = createRule({
  name: '${name}',
  area: '${area}',
  level: 'warn',
  description: 'TODO: what it asks for, as a clause: require a bound on every list read',
  messages: {
    found: 'TODO: what is wrong here. TODO: what to do.',
  },
  create(context) {
    return {
      File(file) {
        context.report({ node: file.ast, message: 'found' });
      },
    };
  },
});
`;

export const ruleTest = (area, name) => `import { rule } from '../../src/rules/${area}/${name}.js';
import { ruleTester } from '../rule-tester.js';

ruleTester.run('${name}', rule, {
  valid: [],
  invalid: [],
});
`;

const OPTIONS = `## Options

<!-- begin auto-generated rule options list -->
<!-- end auto-generated rule options list -->

`;

export const rulePage = (name, hasOptions = false) => `# backend/${name}

<!-- end auto-generated rule header -->

## Why it matters

TODO: the impact, with a figure, and its source.

## Incorrect

\`\`\`ts
\`\`\`

## Correct

\`\`\`ts
\`\`\`

${hasOptions ? OPTIONS : ''}## How it knows

TODO: what is resolved, what counts as safe.

## When not to use it

TODO

## Known misses

TODO
`;

export const libraryFile = (kind, name) => `import type { Library } from '../../model/library.js';

/** TODO: name the versions, and the documentation that the rows were read from. */
export const ${camel(name)}: Library = {
  name: '${name}',
  kind: '${kind}',
  modules: ['${name}'],
  exports: {},
};
`;

export const libraryTest = (name) => `import { describe, it } from 'vitest';

describe('${name}', () => {
  it.todo('finds the facts of test/libraries/${name}/app, written the way its documentation does it');
});
`;

export const libraryApp = (name) => `{ "name": "${name}-app", "private": true, "dependencies": { "${name}": "*" } }
`;
