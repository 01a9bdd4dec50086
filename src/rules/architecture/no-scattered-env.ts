import { basename, relative } from 'node:path';

import { createRule } from '../../rule/create-rule.js';
import { option } from '../../rule/options.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { keyName, outward } from '../../syntax/nodes.js';

/** Files whose task is configuration, by their names. */
const CONFIGURATION =
  /(?:^|[\\/])(?:configs?|configuration|settings|environments?)[\\/]|(?:^|[\\/._-])(?:env|envs|environment|config|configuration|settings|constants?|options|data-?source|ormconfig|knexfile)(?:[._-][\w-]+)?\.[cm]?[jt]sx?$|\.(?:config|env|settings)\.[cm]?[jt]sx?$|(?:^|[\\/])(?:instrument(?:ation)?|tracing|telemetry|sentry[\w.]*)\.[cm]?[jt]s$/i;
/** What the runtime and its platform say of themselves, not what a deployment is configured with. */
const RUNTIME =
  /^(?:NODE_ENV|CI|TZ|PWD|HOME|PATH|npm_\w+|VERCEL\w*|NEXT_RUNTIME|DEV|PROD|SSR|MODE|VITEST|JEST_WORKER_ID|AWS_LAMBDA_\w+|AWS_REGION|HOSTNAME)$/;

export const rule = createRule({
  name: 'no-scattered-env',
  area: 'architecture',
  level: 'strict',
  description: "disallow reading the environment outside the project's configuration",
  mentions: /\benv\b/,
  options: {
    modules: option.strings(
      [],
      'Paths or endings of paths (`src/config.ts`) of the modules that may read the environment.',
    ),
  },
  messages: {
    scattered:
      '`{{name}}` is read here, far from the configuration: nothing checks it at the start, and the first to learn that it is missing is a request at 3 a.m. Read and check it in one module, and import it from there.',
  },
  create({ file, options, report }) {
    if (file.kind !== 'source') return {};
    const root = file.project.findPackage(file.path)?.dir;
    const path = root === undefined ? basename(file.path) : relative(root, file.path);
    const isAllowed = options.modules.some((each) =>
      file.path.replaceAll('\\', '/').endsWith(each.replace(/^\.?\//, '')),
    );
    if (isAllowed || CONFIGURATION.test(path)) return {};
    return {
      File() {
        for (const member of [...(file.index.members.get('env') ?? [])]) {
          if (!/^(?:process|Bun|Deno|import\.meta)\.env$/.test(file.text.slice(...member.range))) continue;
          const name = nameOf(member);
          if (name !== null && !RUNTIME.test(name)) report({ node: member, message: 'scattered', data: { name } });
        }
      },
    };
  },
});

/** The variable that a read names: `process.env.X`, `Deno.env.get('X')`; the environment itself where it is handed on whole. */
function nameOf(env: TSESTree.MemberExpression): string | null {
  const parent = outward(env);
  if (parent?.type === 'MemberExpression' && parent.object === env) {
    const name = keyName(parent.property, parent.computed);
    const call = outward(parent);
    if (name === 'get' && call?.type === 'CallExpression') {
      const [first] = call.arguments;
      return first?.type === 'Literal' ? String(first.value) : 'the environment';
    }
    // What is written is not read.
    return isWritten(parent) ? null : (name ?? 'the environment');
  }
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern') {
    const names = parent.id.properties.flatMap((each) =>
      each.type === 'Property' ? (keyName(each.key, each.computed) ?? []) : [],
    );
    return names.find((name) => !RUNTIME.test(name)) ?? names[0] ?? 'the environment';
  }
  // Handed to a child process: its environment, not this program's configuration.
  if (
    parent?.type === 'SpreadElement' ||
    (parent?.type === 'Property' && keyName(parent.key, parent.computed) === 'env')
  )
    return null;
  return 'process.env';
}

const isWritten = (node: Node): boolean => {
  const parent = outward(node);
  return (
    (parent?.type === 'AssignmentExpression' && parent.left === node) ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'delete')
  );
};
