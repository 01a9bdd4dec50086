import { parseDocument, isSeq } from 'yaml';
import { getTypescriptParser } from '../../project/typescript-parser.js';
import type { TSESTree } from '../../syntax/ast.js';
import { valueAt, withValue } from './json.js';
import type { Step } from './step.js';
import type { Surroundings } from './surroundings.js';

const FLAT = ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `eslint.config.${extension}`);
const LEGACY = ['.eslintrc.js', '.eslintrc.cjs', '.eslintrc.yaml', '.eslintrc.yml', '.eslintrc.json', '.eslintrc'];
const PRESET = 'plugin:backend/recommended';
const KNOWN = /eslint-plugin-backend|plugin:backend\//;

/** The lines that make ESLint run the plugin, in whichever form the project's configuration has. */
export function configureEslint(around: Surroundings): Step {
  const flat = FLAT.find((file) => around.read(file) !== null);
  if (flat) return addToFlat(flat, around.read(flat)!);
  const legacy = LEGACY.find((file) => around.read(file) !== null);
  if (legacy) return addToLegacy(legacy, around.read(legacy)!);
  if ('eslintConfig' in around.packageJson)
    return addToJson('package.json', around.read('package.json')!, ['eslintConfig', 'extends']);
  return around.eslint !== null && around.eslint < 9 ? newLegacy(around) : newFlat(around);
}

/** The parser of the project where it has one by a name that it can import; else the one that comes with the plugin. */
function parserOf({ dependencies }: Surroundings): {
  readonly name: string;
  readonly from: string;
  readonly expression: string;
} {
  if (dependencies.has('typescript-eslint'))
    return { name: 'tseslint', from: 'typescript-eslint', expression: 'tseslint.parser' };
  const from = dependencies.has('@typescript-eslint/parser')
    ? '@typescript-eslint/parser'
    : 'eslint-plugin-backend/parser';
  return { name: 'tsParser', from, expression: 'tsParser' };
}

function newFlat(around: Surroundings): Step {
  const { name, from, expression } = parserOf(around);
  const lines = around.hasTypeScript
    ? [
        "import backend from 'eslint-plugin-backend';",
        `import ${name} from '${from}';`,
        '',
        'export default [',
        "  { ignores: ['dist/', 'build/', 'coverage/'] },",
        `  { files: ['**/*.{ts,mts,cts}'], languageOptions: { parser: ${expression} } },`,
        "  backend.configs['flat/recommended'],",
        '];',
      ]
    : ["import backend from 'eslint-plugin-backend';", '', "export default [backend.configs['flat/recommended']];"];
  return { kind: 'write', file: 'eslint.config.mjs', after: `${lines.join('\n')}\n`, why: 'ESLint runs the plugin' };
}

function newLegacy(around: Surroundings): Step {
  const { from } = parserOf(around);
  const config = {
    root: true,
    // An umbrella package is no parser itself.
    ...(around.hasTypeScript ? { parser: from === 'typescript-eslint' ? 'eslint-plugin-backend/parser' : from } : {}),
    parserOptions: { ecmaVersion: 'latest', sourceType: 'module' },
    extends: [PRESET],
  };
  const after = `${JSON.stringify(config, null, 2)}\n`;
  return { kind: 'write', file: '.eslintrc.json', after, why: 'ESLint runs the plugin' };
}

const byHand = (file: string, text: string): Step => ({ kind: 'by hand', what: `Add the plugin to ${file}`, text });

function addToLegacy(file: string, text: string): Step {
  if (KNOWN.test(text)) return { kind: 'done', what: `${file} has the plugin` };
  if (/\.c?js$/.test(file)) return addToLegacyCode(file, text);
  if (/\.ya?ml$/.test(file)) return addToYaml(file, text);
  return addToJson(file, text, ['extends']);
}

/** `module.exports = { extends: … }`: the preset comes last in the list. */
function addToLegacyCode(file: string, text: string): Step {
  const advice = byHand(file, `extends: ['${PRESET}']`);
  const exported = findExported(parseConfig(text));
  if (exported?.value.type !== 'ObjectExpression') return advice;
  const all = exported.value.properties.flatMap((each) =>
    each.type === 'Property' && !each.computed && each.key.type === 'Identifier' && each.key.name === 'extends'
      ? [each.value]
      : [],
  );
  const [now] = all;
  if (now?.type === 'Literal') return write(`${text.slice(0, now.range[0])}[${now.raw}, '${PRESET}']`, now.range[1]);
  const place = now?.type === 'ArrayExpression' ? endOf(now, now.elements, text) : null;
  return place ? write(`${text.slice(0, place.at)}${place.before}'${PRESET}'${place.after}`, place.at) : advice;

  function write(head: string, rest: number): Step {
    return { kind: 'write', file, after: head + text.slice(rest), why: 'ESLint runs the plugin' };
  }
}

/** The tree of a configuration; an empty one where it can't be parsed. */
function parseConfig(text: string): TSESTree.Program {
  const { parse } = getTypescriptParser();
  try {
    return parse(text, { range: true, sourceType: 'module', ecmaFeatures: { jsx: false } });
  } catch {
    return parse('', { range: true });
  }
}

function addToJson(file: string, text: string, path: readonly string[]): Step {
  if (KNOWN.test(text.replace(/"eslint-plugin-backend"\s*:\s*"[^"]*"/, '')))
    return { kind: 'done', what: `${file} has the plugin` };
  const now = valueAt(text, path)?.value;
  const list = Array.isArray(now) ? (now as unknown[]) : typeof now === 'string' ? [now] : [];
  const after = Array.isArray(now)
    ? withValue(text, [...path, list.length], PRESET, true)
    : withValue(text, path, [...list, PRESET]);
  if (after === null) return byHand(file, `"extends": ["${PRESET}"]`);
  return { kind: 'write', file, after, why: 'ESLint runs the plugin' };
}

function addToYaml(file: string, text: string): Step {
  const document = parseDocument(text);
  if (document.errors.length > 0) return byHand(file, `extends:\n  - ${PRESET}`);
  const now = document.get('extends');
  if (isSeq(now)) now.add(PRESET);
  else document.set('extends', document.createNode([...(typeof now === 'string' ? [now] : []), PRESET]));
  return { kind: 'write', file, after: document.toString({ lineWidth: 0 }), why: 'ESLint runs the plugin' };
}

/** Puts the preset at the end of the list that a flat config exports. */
function addToFlat(file: string, text: string): Step {
  if (KNOWN.test(text)) return { kind: 'done', what: `${file} has the plugin` };
  const advice = byHand(
    file,
    "import backend from 'eslint-plugin-backend';\n…and in the exported list: backend.configs['flat/recommended']",
  );
  const program = parseConfig(text);
  const exported = findExported(program);
  const place = exported && placeAtEnd(exported.value, program, text);
  if (!place) return advice;
  const name = /\bbackend\b/.test(text) ? 'backendPlugin' : 'backend';
  const head = exported.isModule
    ? `import ${name} from 'eslint-plugin-backend';\n`
    : `const ${name} = require('eslint-plugin-backend');\n`;
  const top = topOf(program, text, exported.isModule);
  const after = `${text.slice(0, top)}${head}${text.slice(top, place.at)}${place.before}${name}.configs['flat/recommended']${place.after}${text.slice(place.at)}`;
  return { kind: 'write', file, after, why: 'ESLint runs the plugin' };
}

function findExported(program: TSESTree.Program): { value: TSESTree.Node; isModule: boolean } | null {
  for (const statement of program.body) {
    if (statement.type === 'ExportDefaultDeclaration') return { value: statement.declaration, isModule: true };
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') continue;
    const { left, right } = statement.expression;
    if (left.type === 'MemberExpression' && left.object.type === 'Identifier' && left.object.name === 'module')
      return { value: right, isModule: false };
  }
  return null;
}

interface Place {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/** The end of a list, of the list in a call (`defineConfig([…])`), or of a call's arguments (`tseslint.config(…)`). */
function placeAtEnd(value: TSESTree.Node, program: TSESTree.Program, text: string): Place | null {
  switch (value.type) {
    case 'ArrayExpression':
      return endOf(value, value.elements, text);
    case 'CallExpression': {
      const [first] = value.arguments;
      return first?.type === 'ArrayExpression'
        ? endOf(first, first.elements, text)
        : endOf(value, value.arguments, text);
    }
    case 'Identifier': {
      const found = program.body
        .flatMap((statement) => (statement.type === 'VariableDeclaration' ? statement.declarations : []))
        .find(({ id }) => id.type === 'Identifier' && id.name === value.name);
      return found?.init && found.init.type !== 'Identifier' ? placeAtEnd(found.init, program, text) : null;
    }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return placeAtEnd(value.expression, program, text);
    default:
      return null;
  }
}

function endOf(list: TSESTree.Node, elements: readonly (TSESTree.Node | null)[], text: string): Place | null {
  const last = elements.at(-1);
  if (elements.length > 0 && !last) return null;
  if (!last) return { at: list.range[1] - 1, before: '', after: '' };
  const rest = text.slice(last.range[1], list.range[1] - 1);
  const lineStart = text.lastIndexOf('\n', last.range[0] - 1) + 1;
  const indent = /^[\t ]*/.exec(text.slice(lineStart))![0];
  // Each on a line of its own, as the others are; a comma that is there already is used.
  const isOwnLine = text.slice(lineStart, last.range[0]).trim() === '';
  const comma = /^\s*,/.exec(rest);
  const at = last.range[1] + (comma ? comma[0].length : 0);
  return { at, before: `${comma ? '' : ','}${isOwnLine ? `\n${indent}` : ' '}`, after: comma && isOwnLine ? ',' : '' };
}

/** Where an import or require goes: below the last one at the top. */
function topOf(program: TSESTree.Program, text: string, isModule: boolean): number {
  const imports = program.body.filter((statement) =>
    isModule
      ? statement.type === 'ImportDeclaration'
      : statement.type === 'VariableDeclaration' && /\brequire\(/.test(text.slice(...statement.range)),
  );
  const last = imports.at(-1) ?? null;
  if (last) return text.indexOf('\n', last.range[1]) + 1 || last.range[1];
  const first = program.body[0];
  return first ? text.lastIndexOf('\n', first.range[0]) + 1 : 0;
}
