import { join } from 'node:path';

import type { BackendFile } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, keyName, unwrap } from '../../syntax/nodes.js';
import { Edits } from '../edits.js';
import type { Change } from '../plan.js';
import { inStyle, styleOf } from '../project/style.js';
import type { Target } from '../project/target.js';
import type { Variable } from './variables.js';

/** The module that reads the environment, there already or to be made. */
export interface EnvModule {
  readonly path: string;
  /** The name that it exports. */
  readonly name: string;
  /** Null where it has to be made. */
  readonly existing: {
    readonly file: BackendFile;
    readonly object: TSESTree.ObjectExpression;
    readonly how: How;
  } | null;
  readonly how: How;
  /** Why nothing can be added to it; null where something can. */
  readonly refusal: string | null;
}

type How = 'zod' | 'plain';

/** Variables that the module has already. */
export function knownIn({ existing }: EnvModule): ReadonlySet<string> {
  const names = (existing?.object.properties ?? []).map((property) =>
    property.type === 'Property' ? keyName(property.key, property.computed) : null,
  );
  return new Set(names.filter((name) => name !== null));
}

/** The project's environment module, or where one is made. */
export function findEnvModule(target: Target): EnvModule {
  const how: How = target.package.dependencies.has('zod') ? 'zod' : 'plain';
  const sources = target.all.filter(({ kind }) => kind === 'source' || kind === 'config');
  for (const file of sources) {
    if (!/\bprocess\.env\b/.test(file.text)) continue;
    const found = existingIn(file);
    if (found) return found;
    const checked =
      /(?:\.(?:parse|safeParse|validate|validateSync)\(|\bcleanEnv\(|\bcreateEnv\(|\benvsafe\()\s*process\.env\b/.exec(
        file.text,
      );
    if (checked)
      return refused(
        file.path,
        how,
        'checks the environment already, in a form that this can not add to: move the reads there by hand',
      );
  }
  const inConfig = sources.some(({ path }) => path.startsWith(join(target.sourceDir, 'config') + '/'));
  const folder = inConfig ? join(target.sourceDir, 'config') : target.sourceDir;
  const path = join(folder, `env.${target.isTypescript ? 'ts' : target.isCommonJs ? 'js' : endingOfModules(target)}`);
  if (target.all.some((file) => file.path === path))
    return refused(path, how, 'is there already, and checks no environment: give it another name first');
  return { path, name: 'env', existing: null, how, refusal: null };
}

const refused = (path: string, how: How, refusal: string): EnvModule => ({
  path,
  name: 'env',
  existing: null,
  how,
  refusal,
});

const endingOfModules = ({ package: owner, all }: Target): string =>
  owner.json['type'] === 'module' ||
  all.some(({ path, ast }) => /\.js$/.test(path) && ast.body.some((each) => each.type === 'ImportDeclaration'))
    ? 'js'
    : 'mjs';

/** `export const env = schema.parse(process.env)`, `export const env = checked.data`, or this codemod's plain form. */
function existingIn(file: BackendFile): EnvModule | null {
  for (const declarator of file.index.declarators) {
    if (declarator.id.type !== 'Identifier' || !declarator.init || !isExported(file, declarator)) continue;
    const { name } = declarator.id;
    const init = unwrap(declarator.init);
    if (init.type === 'CallExpression' && calleeName(init) === 'freeze' && /\bfaults\.push\(/.test(file.text)) {
      const object = init.arguments[0] && unwrap(init.arguments[0]);
      if (object?.type === 'ObjectExpression')
        return { path: file.path, name, how: 'plain', existing: { file, object, how: 'plain' }, refusal: null };
    }
    const isParsed =
      (init.type === 'CallExpression' && calleeName(init) === 'parse' && /process\.env/.test(file.text)) ||
      (init.type === 'MemberExpression' && keyName(init.property, init.computed) === 'data');
    const object = isParsed ? zodObjectIn(file) : null;
    if (object) return { path: file.path, name, how: 'zod', existing: { file, object, how: 'zod' }, refusal: null };
  }
  return null;
}

const isExported = ({ text }: BackendFile, { id, parent }: TSESTree.VariableDeclarator): boolean =>
  parent.parent.type === 'ExportNamedDeclaration' ||
  (id.type === 'Identifier' &&
    new RegExp(`module\\.exports = \\{[^}]*\\b${id.name}\\b|exports\\.${id.name} =`).test(text));

/** The object of the only `z.object({…})` at the top of a file that checks its environment with it. */
function zodObjectIn(file: BackendFile): TSESTree.ObjectExpression | null {
  if (!/\bz\b/.test(file.text) || !/process\.env/.test(file.text)) return null;
  const objects = (file.index.calls.get('object') ?? [])
    .filter((call) => isTop(call))
    .map((call) => call.arguments[0] && unwrap(call.arguments[0]))
    .filter((node) => node?.type === 'ObjectExpression');
  return objects.length === 1 ? objects[0]! : null;
}

function isTop(node: Node): boolean {
  let up = node.parent;
  while (up && up.type !== 'VariableDeclarator' && (up.type === 'CallExpression' || up.type === 'MemberExpression'))
    up = up.parent;
  return up?.type === 'VariableDeclarator';
}

/** The module with these variables added: a new file, or the change of the one that is there. */
export function moduleChange(
  target: Target,
  module: EnvModule,
  variables: readonly Variable[],
  before: readonly string[],
): Change | null {
  if (module.existing) return extended(module.existing, variables);
  const text = module.how === 'zod' ? zodModule(target, variables, before) : plainModule(target, variables, before);
  return { path: module.path, before: null, after: inStyle(text, target.style) };
}

function extended(
  { file, object, how }: NonNullable<EnvModule['existing']>,
  variables: readonly Variable[],
): Change | null {
  const known = new Set(
    object.properties.map((each) => (each.type === 'Property' ? keyName(each.key, each.computed) : null)),
  );
  const added = variables.filter(({ name }) => !known.has(name));
  if (added.length === 0) return null;
  const edits = new Edits();
  const last = object.properties.at(-1);
  const indent = last ? (/[ \t]*$/.exec(file.text.slice(0, last.range[0]))?.[0] ?? '  ') : '  ';
  const style = styleOf([file]);
  const lines = added.map(
    (variable) => `${indent}${variable.name}: ${inStyle(how === 'zod' ? zodOf(variable) : plainOf(variable), style)},`,
  );
  if (last) {
    const comma = /^\s*,/.exec(file.text.slice(last.range[1]))?.[0].length ?? 0;
    edits.insert(file, last.range[1] + comma, `${comma > 0 ? '' : ','}\n${lines.join('\n')}`);
  } else edits.insert(file, object.range[0] + 1, `\n${lines.join('\n')}\n`);
  if (how === 'plain')
    for (const [name, text] of HELPERS)
      if (
        added.some((variable) => plainOf(variable).includes(`${name}(`)) &&
        !file.text.includes(`function ${name}(`)
      ) {
        const statement = file.ast.body.find(
          (each) => each.range[0] <= object.range[0] && each.range[1] >= object.range[1],
        );
        edits.insert(file, statement!.range[0], `${inStyle(typed(text, /\.ts$/.test(file.path)), style)}\n\n`);
      }
  return edits.changes()[0] ?? null;
}

const imports = ({ isCommonJs }: Target, name: string, from: string): string =>
  isCommonJs ? `const { ${name} } = require('${from}');` : `import { ${name} } from '${from}';`;

const HEAD = [
  '/**',
  ' * What this service is configured with, read and checked once at its start: what is missing or malformed is known before',
  ' * the first request comes. A variable that is set to nothing (`PORT=`) counts as not set.',
  ' */',
];

function zodModule(target: Target, variables: readonly Variable[], before: readonly string[]): string {
  return [
    ...before,
    imports(target, 'z', 'zod'),
    '',
    ...HEAD,
    'const schema = z.object({',
    ...variables.map((variable) => `  ${variable.name}: ${zodOf(variable)},`),
    '});',
    '',
    "const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));",
    'const checked = schema.safeParse(given);',
    'if (!checked.success) {',
    '  // Names and reasons only: values may be secret.',
    "  const faults = checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);",
    "  throw new Error(`Broken environment: ${faults.join('; ')}`);",
    '}',
    '',
    ...exported(target, 'checked.data'),
    '',
  ].join('\n');
}

const exported = ({ isCommonJs }: Target, value: string): string[] =>
  isCommonJs ? [`const env = ${value};`, '', 'module.exports = { env };'] : [`export const env = ${value};`];

/** One rule of the schema. */
function zodOf({ as }: Variable): string {
  switch (as.type) {
    case 'number':
      return `z.coerce.number()${as.isWhole ? '.int()' : ''}${as.fallback === null ? '' : `.default(${as.fallback})`}`;
    case 'boolean':
      // Broken as Prettier breaks it.
      return `z\n    .string()\n    .optional()\n    .transform((value) => value ${as.isEqual ? '===' : '!=='} '${as.word}')`;
    case 'text':
      if (as.fallback !== null) return `z.string().default(${literal(as.fallback)})`;
      return as.presence === 'required' ? 'z.string().min(1)' : 'z.string().optional()';
  }
}

const literal = (text: string): string => `'${text.replaceAll(/['\\]/g, '\\$&').replaceAll('\n', '\\n')}'`;

/** `<:…>` holds what only TypeScript has. */
const HELPERS: ReadonlyMap<string, string> = new Map([
  [
    'required',
    `function required(name<:: string>)<:: string> {
  const value = process.env[name];
  if (!value) faults.push(\`\${name} is missing\`);
  return value ?? '';
}`,
  ],
  [
    'optional',
    `function optional(name<:: string>)<:: string | undefined> {
  return process.env[name] || undefined;
}`,
  ],
  [
    'number',
    `function number(name<:: string>, fallback<:?: number>)<:: number> {
  const text = process.env[name];
  const value = text ? Number(text) : fallback;
  if (value === undefined) faults.push(\`\${name} is missing\`);
  else if (Number.isNaN(value)) faults.push(\`\${name} is no number\`);
  return value ?? 0;
}`,
  ],
]);

const typed = (text: string, isTypescript: boolean): string =>
  text.replaceAll(/<:(.*?)>/g, (_, type: string) => (isTypescript ? type : ''));

function plainModule(target: Target, variables: readonly Variable[], before: readonly string[]): string {
  const rules = variables.map((variable) => [variable.name, plainOf(variable)] as const);
  const helpers = [...HELPERS].filter(([name]) => rules.some(([, rule]) => rule.includes(`${name}(`)));
  const { isTypescript, isCommonJs } = target;
  const body = [
    ...before,
    ...(before.length > 0 ? [''] : []),
    typed('const faults<:: string[]> = [];', isTypescript),
    ...helpers.flatMap(([, text]) => ['', typed(text, isTypescript)]),
    '',
    ...HEAD,
    `${isCommonJs ? '' : 'export '}const env = Object.freeze({`,
    ...rules.map(([name, rule]) => `  ${name}: ${rule},`),
    '});',
  ];
  const check = [
    '// Names only: values may be secret.',
    "if (faults.length > 0) throw new Error(`Broken environment: ${faults.join('; ')}`);",
  ];
  return [...body, '', ...check, ...(isCommonJs ? ['', 'module.exports = { env };'] : []), ''].join('\n');
}

function plainOf({ name, as }: Variable): string {
  switch (as.type) {
    case 'number':
      return `number('${name}'${as.fallback === null ? '' : `, ${as.fallback}`})`;
    case 'boolean':
      return `optional('${name}') ${as.isEqual ? '===' : '!=='} '${as.word}'`;
    case 'text':
      if (as.fallback !== null) return `optional('${name}') ?? ${literal(as.fallback)}`;
      return as.presence === 'required' ? `required('${name}')` : `optional('${name}')`;
  }
}
