import type { TSESLint } from '@typescript-eslint/utils';

import { findEnvironmentHome, type EnvironmentHome } from '../facts/environment.js';
import { environmentName, secretNameKind } from '../libraries/secrets/index.js';
import { fileOf, type BackendFile } from '../model/file.js';
import type { Secret } from '../model/secret.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { outward, unwrap, wrapped } from '../syntax/nodes.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | readonly TSESLint.RuleFix[] | null;

export interface EnvironmentFix {
  /** What is read: `process.env.JWT_SECRET`. */
  readonly code: string;
  /** The edit, or null where the environment is out of reach or the code would not hold. */
  readonly fix: Fix | null;
}

/** Credentials whose variables the AWS SDK and its command line have named: https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html */
const AWS_NAMES: Readonly<Record<string, string>> = {
  accessKeyId: 'AWS_ACCESS_KEY_ID',
  secretAccessKey: 'AWS_SECRET_ACCESS_KEY',
  sessionToken: 'AWS_SESSION_TOKEN',
};

/**
 * How a secret is read from the environment instead, in the runtime's own form and under a name made of what it is given to. In TypeScript
 * `process.env.X` may be undefined, and a text is asked for here: `!` keeps the build, and a check at the start is the team's to add.
 */
export function findEnvironmentFix(secret: Secret): EnvironmentFix | null {
  const home = findEnvironmentHome(secret.node);
  if (!home) return null;
  const file = fileOf(secret.node);
  const name = variableOf(secret);
  const read = readingOf(home, name, file);
  const edit = findEdit(secret, file, read, isTypescript(file) && home.mayBeUndefined ? `${read}!` : read);
  const declared = edit && bindingOf(home, name, file);
  if (!edit || declared === 'unknown') return { code: read, fix: null };
  return {
    code: read,
    fix: (fixer) => {
      const main = fixer.replaceTextRange(edit.range, edit.text);
      return declared ? [main, fixer.insertTextAfter(declared.after, declared.text)] : main;
    },
  };
}

const isTypescript = ({ path }: BackendFile): boolean => /\.[cm]?tsx?$/.test(path);

/** `process.env.X`; in brackets where the file (or its compiler options) asks for them. */
function readingOf({ object, isGetter }: EnvironmentHome, name: string, { text }: BackendFile): string {
  if (isGetter) return `${object}.get('${name}')`;
  const inBrackets = text.includes(`${object}['`) && !text.includes(`${object}.`);
  return inBrackets ? `${object}['${name}']` : `${object}.${name}`;
}

/** The variable's name: what it is given to, with its owner where that alone says nothing. */
function variableOf(secret: Secret): string {
  if (/connection string/.test(secret.what) && !covers(secret)) return 'DATABASE_PASSWORD';
  const path = secret.kind === 'url' ? secret.path.filter((name) => !isGenericUrl(name)) : secret.path;
  const name = plainName(path.at(-1) ?? null, secret);
  if (name !== null && Object.hasOwn(AWS_NAMES, name)) return AWS_NAMES[name]!;
  const owner = path.at(-2);
  if (secret.kind === 'url' && (name === null || secretNameKind(name) === null)) return 'DATABASE_URL';
  if (secret.kind === 'token' && (name === null || secretNameKind(name) === null))
    return environmentName(null, { provider: secret.provider ?? '', kind: 'token' });
  const kind = name === null ? 'secret' : (secretNameKind(name) ?? 'secret');
  return environmentName(name, {
    kind,
    // A provider's name says more than that of an object which holds its key.
    ...(secret.provider === null
      ? owner === undefined || isHeader(path)
        ? {}
        : { owner }
      : { provider: secret.provider }),
  });
}

/** The name without what only says how it is handed over. */
function plainName(name: string | null, { provider, taker, text }: Secret): string | null {
  if (provider === 'crypto' && (name === null || name.length < 4))
    return /cipher|scrypt|pbkdf|SecretKey/i.test(taker ?? '') ? 'encryptionKey' : 'signingSecret';
  if (name === 'keys') return 'cookieSecret';
  if (name === null || name.length < 3 || /^secretOr|^key$/i.test(name)) return null;
  if (/^authorization$/i.test(name) && provider === null)
    return /^Basic |^[^\s:]+:/i.test(text) ? 'basicCredentials' : 'apiToken';
  return name.replace(/^x-/i, '');
}

const isHeader = (path: readonly string[]): boolean => /-|^authorization$/i.test(path.at(-1) ?? '');

const isGenericUrl = (name: string): boolean => /^(?:url|uri|connection|connectionString|dsn)$/i.test(name);

interface Edit {
  readonly range: readonly [number, number];
  readonly text: string;
}

function findEdit(secret: Secret, file: BackendFile, read: string, needed: string): Edit | null {
  const node = unwrap(secret.node);
  if (!isReplaceable(node)) return null;
  const isWhole = secret.kind !== 'token' && secret.kind !== 'value' ? true : covers(secret);
  if (!isWhole) return inPart(secret, node, file, read);
  const outer = wrapped(node);
  const parent = outer.parent;
  // `'…' as const` says of a literal what can't be said of a variable.
  const target = isConstAssertion(outer) ? outer : node;
  if (parent?.type === 'JSXAttribute') return { range: target.range, text: `{${needed}}` };
  return { range: target.range, text: needed };
}

/** The secret is all of the text: white space and a trailing line end aside. */
const covers = ({ text, start, end }: Secret): boolean =>
  text.slice(0, start).trim() === '' && text.slice(end).trim() === '';

const isConstAssertion = (node: Node): boolean =>
  node.type === 'TSAsExpression' &&
  node.typeAnnotation.type === 'TSTypeReference' &&
  node.typeAnnotation.typeName.type === 'Identifier' &&
  node.typeAnnotation.typeName.name === 'const';

/** Places where only a literal may stand, or where the value of a variable would mean something else. */
function isReplaceable(node: Node): boolean {
  const parent = outward(node);
  switch (parent?.type) {
    case 'TSLiteralType':
    case 'TSEnumMember':
    case 'ExpressionStatement':
    case 'TaggedTemplateExpression':
    case 'SwitchCase':
      return false;
    case 'Property':
      return parent.value === wrapped(node) || parent.computed;
    default:
      return true;
  }
}

/** `'Bearer …'` → `` `Bearer ${process.env.X}` ``. */
function inPart(secret: Secret, node: Node, file: BackendFile, read: string): Edit | null {
  if (node.type !== 'Literal' && node.type !== 'TemplateLiteral') return null;
  const written = file.text.slice(...node.range);
  const part = secret.text.slice(secret.start, secret.end);
  const at = written.indexOf(part);
  // Parts with escapes, or that come from a hole, can't be found in the source.
  if (at < 0 || part === '' || written.indexOf(part, at + 1) >= 0) return null;
  if (node.type === 'TemplateLiteral')
    return { range: [node.range[0] + at, node.range[0] + at + part.length], text: `\${${read}}` };
  if (outward(node)?.type === 'JSXAttribute') return null;
  const quote = written[0]!;
  const inTemplate = (text: string): string => text.replaceAll(`\\${quote}`, quote).replaceAll(/`|\$\{/g, '\\$&');
  const before = inTemplate(written.slice(1, at));
  const after = inTemplate(written.slice(at + part.length, -1));
  return { range: node.range, text: `\`${before}\${${read}}${after}\`` };
}

/** What must be added to the type of a Worker's bindings for the variable to be known; null where nothing must. */
function bindingOf(
  home: EnvironmentHome,
  name: string,
  file: BackendFile,
): { after: Node; text: string } | 'unknown' | null {
  if (home.mayBeUndefined || !isTypescript(file)) return null;
  const members = findBindings(file);
  if (!members) return 'unknown';
  if (members.some((member) => member.type === 'TSPropertySignature' && nameOf(member.key) === name)) return null;
  const last = members.at(-1);
  if (!last) return 'unknown';
  const isClosed = /[;,]$/.test(file.text.slice(...last.range));
  return { after: last, text: isClosed ? ` ${name}: string;` : `; ${name}: string` };
}

const nameOf = (key: Node): string | null => (key.type === 'Identifier' ? key.name : null);

/** The type of the bindings, where this file writes it: `type Bindings = {…}`, `interface Env {…}`, `Hono<{ Bindings: {…} }>`. */
function findBindings(file: BackendFile): readonly TSESTree.TypeElement[] | null {
  for (const statement of file.ast.body) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type === 'TSInterfaceDeclaration' && BINDINGS.test(declared.id.name)) return declared.body.body;
    if (
      declared?.type === 'TSTypeAliasDeclaration' &&
      BINDINGS.test(declared.id.name) &&
      declared.typeAnnotation.type === 'TSTypeLiteral'
    )
      return declared.typeAnnotation.members;
  }
  for (const made of file.index.news) {
    const type = made.typeArguments?.params[0];
    const bindings =
      type?.type === 'TSTypeLiteral'
        ? type.members.find((member) => member.type === 'TSPropertySignature' && nameOf(member.key) === 'Bindings')
        : undefined;
    const literal = bindings?.type === 'TSPropertySignature' ? bindings.typeAnnotation?.typeAnnotation : undefined;
    if (literal?.type === 'TSTypeLiteral') return literal.members;
  }
  return null;
}

const BINDINGS = /^(?:Bindings|Env|CloudflareBindings|CloudflareEnv|Environment)$/;
