import { secretNameKind, type SecretNameKind } from '../../libraries/secrets/index.js';
import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  findProperty,
  isInside,
  keyName,
  literalText,
  memberName,
  outward,
  unwrap,
  wrapped,
} from '../../syntax/nodes.js';
import { findVariable } from '../bindings.js';
import { findCalled } from '../entities.js';
import { isFallback, isTestOnly } from '../secret-fallbacks.js';
import { secretsOf } from '../secrets.js';
import { constantOf, follow } from '../values.js';

/** A literal that stands in where the environment gives no secret. */
export interface SecretFallback {
  /** The literal. */
  readonly node: Node;
  /** The name of the secret, as the code reads it. */
  readonly name: string;
  /** How it stands in: right of `||` or `??` or in a default, in a schema, as an argument, as an option, in an assignment. */
  readonly form: 'value' | 'schema' | 'argument' | 'option' | 'assignment' | 'wrapper';
}

const ENVIRONMENT =
  /(?:^|\b)(?:process|Bun)\??\.env$|^import\.meta\.env$|(?:^|\.)env$|^Deno\.env$|^(?:env|environment|ENV)$/;
const READER = /^(?:get|getOrThrow|env|getEnv|requireEnv|getEnvVar|readEnv|optional|getString|getSecret|config)$/;
const VARIABLE_NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
/** Texts that say there is none. */
const NOTHING = /^(?:none|null|undefined|missing|unset|n\/a|not[-_ ]?set|not[-_ ]?configured|disabled|-+|\*+)$/i;
/** Without these a signature or a cipher means nothing, so that even an empty text is a hole. */
const SIGNS = /jwt|session|cookie|sign|hmac|encrypt|webhook|refresh|access_?token_?secret|auth_?secret/i;

/** Every fallback of a secret that a file writes out. */
export function fallbacksOf(file: BackendFile): SecretFallback[] {
  // It says itself that it prepares a test run.
  if (/process\.env\.NODE_ENV\s*(?:\?\?|\|\|)?=\s*['"]test['"]/.test(file.text)) return [];
  const found = new Map<Node, SecretFallback>();
  const add = (fallback: SecretFallback | null): void => {
    if (fallback && !isTestOnly(fallback.node) && !isCompared(fallback.node, file) && !found.has(fallback.node))
      found.set(fallback.node, fallback);
  };
  for (const [name, members] of file.index.members)
    if (kindOf(name) !== null)
      for (const member of members) if (isEnvironment(member.object)) add(beside(member, name));
  for (const { id, init } of file.index.declarators) {
    if (id.type === 'ObjectPattern' && init && isEnvironment(init))
      for (const property of id.properties) add(inPattern(property));
    if (id.type === 'Identifier' && init) for (const fallback of assignedLater(id, init)) add(fallback);
    // `const secret = process.env.JWT_SECRET; … secret || 'dev'` is found at its use.
  }
  for (const [name, calls] of file.index.calls)
    for (const call of calls) if (READER.test(name) || isOwnReader(call, name)) add(inCall(call));
  for (const object of file.index.objects) {
    for (const property of object.properties) add(inSchema(property));
    add(inDescription(object));
  }
  for (const secret of secretsOf(file))
    if (
      secret.isFallback &&
      secret.origin === null &&
      ![...found.keys()].some((node) => isInside(secret.node, node) || isInside(node, secret.node))
    )
      add({ node: secret.node, name: secret.path.at(-1) ?? 'the secret', form: formOf(secret.node) });
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** What kind of secret a name promises; addresses of servers are judged by what is in them, elsewhere. */
function kindOf(name: string): SecretNameKind | null {
  const kind = secretNameKind(name);
  return kind === 'connection' || /integration_?key$/i.test(name) ? null : kind;
}

const isEnvironment = (node: Node): boolean => {
  const value = unwrap(node);
  return (
    ENVIRONMENT.test(sourceText(value)) || (value.type === 'Identifier' && ENVIRONMENT.test(sourceText(follow(value))))
  );
};

/** The literal beside a read: `process.env.JWT_SECRET || '…'`, `if (!process.env.X) process.env.X = '…'`. */
function beside(member: TSESTree.MemberExpression, name: string): SecretFallback | null {
  let current: Node = member;
  for (let parent = outward(current); parent; parent = outward(current)) {
    if (parent.type === 'CallExpression' && /^(?:trim|toString|String)$/.test(calleeName(parent) ?? ''))
      current = parent;
    else if (parent.type === 'MemberExpression' && parent.object === wrapped(current)) current = parent;
    else if (parent.type === 'LogicalExpression' && parent.operator !== '&&' && parent.left === wrapped(current)) {
      const literal = fallbackIn(parent.right, name);
      if (literal) return { node: literal, name, form: 'value' };
      current = parent;
    } else if (parent.type === 'ConditionalExpression' && isAskedFor(parent, member)) {
      const other = parent.consequent === wrapped(current) ? parent.alternate : parent.consequent;
      const literal = parent.test === wrapped(current) ? null : fallbackIn(other, name);
      return literal && { node: literal, name, form: 'value' };
    } else if (parent.type === 'AssignmentExpression' && parent.left === wrapped(current)) {
      const literal = parent.operator === '??=' || parent.operator === '||=' ? fallbackIn(parent.right, name) : null;
      return literal && { node: literal, name, form: 'value' };
    } else if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return null;
    else return null;
  }
  return null;
}

/** `let secret = process.env.JWT_SECRET; if (!secret) secret = '…'`. */
function assignedLater(id: TSESTree.Identifier, init: Node): SecretFallback[] {
  const read = unwrap(init);
  const name = read.type === 'MemberExpression' && isEnvironment(read.object) ? memberName(read) : null;
  if (name === null || kindOf(name) === null) return [];
  return (findVariable(id)?.references ?? []).flatMap(({ identifier }) => {
    const write = (identifier as Node).parent;
    if (write?.type !== 'AssignmentExpression' || write.left !== identifier) return [];
    const literal = fallbackIn(write.right, name);
    const form = write.operator === '=' ? 'assignment' : 'value';
    return literal && isFallback(literal) ? [{ node: literal, name, form } as const] : [];
  });
}

/** `process.env.X ? process.env.X : '…'`, `process.env.X === undefined ? '…' : process.env.X`. */
const isAskedFor = (choice: TSESTree.ConditionalExpression, member: TSESTree.MemberExpression): boolean =>
  sourceText(choice.test).includes(sourceText(member));

/** A literal, or the last of a chain of alternatives, that would be taken as the secret. */
function fallbackIn(node: Node, name: string): Node | null {
  const value = unwrap(node);
  if (value.type === 'LogicalExpression') return fallbackIn(value.right, name);
  if (value.type === 'TaggedTemplateExpression') return null;
  const constant = constantOf(value);
  return typeof constant === 'string' && isSecretText(constant, name) ? value : null;
}

function isSecretText(text: string, name: string): boolean {
  if (text.trim() === '') return kindOf(name) === 'secret' && SIGNS.test(name);
  // `dummyApiKey` keeps an optional service quiet; nothing of one's own rests on it.
  return !NOTHING.test(text.trim()) && !(/^dummy(?:[A-Z]|$)/.test(text) && !SIGNS.test(name));
}

/** `const { JWT_SECRET = '…' } = process.env`. */
function inPattern(property: TSESTree.Property | TSESTree.RestElement): SecretFallback | null {
  if (property.type !== 'Property' || property.value.type !== 'AssignmentPattern') return null;
  const name = keyName(property.key, property.computed);
  const literal = name !== null && kindOf(name) !== null ? fallbackIn(property.value.right, name) : null;
  return literal && { node: literal, name: name!, form: 'value' };
}

/** `config.get('JWT_SECRET', '…')`, and `config.get('JWT_SECRET') ?? '…'`. */
function inCall(call: TSESTree.CallExpression): SecretFallback | null {
  const [first, second] = call.arguments;
  const name = first && first.type !== 'SpreadElement' ? literalText(unwrap(first)) : null;
  if (name === null || kindOf(name.split('.').at(-1)!) === null || !isSetting(call, name)) return null;
  const last = name.split('.').at(-1)!;
  if (second) {
    const literal = second.type === 'SpreadElement' ? null : fallbackIn(second, last);
    return literal && { node: literal, name: last, form: 'argument' };
  }
  const parent = outward(call);
  // env-var's `env.get('JWT_SECRET').default('…')`.
  const next = parent?.type === 'MemberExpression' && memberName(parent) === 'default' ? outward(parent) : null;
  if (next?.type === 'CallExpression' && next.arguments[0] && next.arguments[0].type !== 'SpreadElement') {
    const literal = fallbackIn(next.arguments[0], last);
    return literal && { node: literal, name: last, form: 'argument' };
  }
  if (parent?.type !== 'LogicalExpression' || parent.operator === '&&' || parent.left !== wrapped(call)) return null;
  const literal = fallbackIn(parent.right, last);
  return literal && { node: literal, name: last, form: 'value' };
}

/** A function of the project that reads the variable that it is given the name of: `envOr('JWT_SECRET', '…')`. */
function isOwnReader(call: TSESTree.CallExpression, name: string): boolean {
  const [first, second] = call.arguments;
  if (!second || first?.type !== 'Literal' || typeof first.value !== 'string' || !VARIABLE_NAME.test(first.value))
    return false;
  const fn = /^(?:set|assert|expect)/.test(name) ? null : findCalled(call);
  return fn !== null && /\.env\s*\??\.?\[|\benv\.get\(/.test(sourceText(fn));
}

/** convict's `{ format: String, default: '…', env: 'JWT_SECRET' }`. */
function inDescription(object: TSESTree.ObjectExpression): SecretFallback | null {
  const variable = findProperty(object, 'env');
  const name = variable ? literalText(unwrap(variable.value)) : null;
  const given = name !== null && kindOf(name) !== null ? findProperty(object, 'default') : null;
  const literal = given && fallbackIn(given.value, name!);
  return literal && { node: literal, name: name!, form: 'argument' };
}

/** A variable's name, or a key asked of something called a configuration: not `cache.get('token', '…')`. */
function isSetting(call: TSESTree.CallExpression, name: string): boolean {
  if (VARIABLE_NAME.test(name)) return true;
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' && /config|env|setting/i.test(sourceText(callee.object));
}

/** `JWT_SECRET: z.string().default('…')`, envalid's `str({ default: '…' })`. */
function inSchema(property: TSESTree.ObjectLiteralElement): SecretFallback | null {
  if (property.type !== 'Property') return null;
  if (property.value.type === 'ObjectExpression') return inJsonSchema(property, property.value);
  if (property.value.type !== 'CallExpression') return null;
  const name = keyName(property.key, property.computed);
  if (name === null || kindOf(name) === null || !isVariable(property, name)) return null;
  for (let link: Node = property.value; link.type === 'CallExpression';) {
    const linkName = calleeName(link) ?? '';
    const [first] = link.arguments;
    if (/^(?:default|prefault|catch|fallback)$/.test(linkName) && first && first.type !== 'SpreadElement') {
      const literal = fallbackIn(first, name);
      if (literal) return { node: literal, name, form: 'schema' };
    }
    if (first?.type === 'ObjectExpression')
      for (const option of first.properties) {
        if (option.type !== 'Property' || keyName(option.key, option.computed) !== 'default') continue;
        const literal = fallbackIn(option.value, name);
        if (literal) return { node: literal, name, form: 'option' };
      }
    // valibot's `v.optional(v.string(), '…')`.
    const [, second] = link.arguments;
    if (/^(?:optional|nullish|undefinedable|fallback)$/.test(linkName) && second && second.type !== 'SpreadElement') {
      const literal = fallbackIn(second, name);
      if (literal) return { node: literal, name, form: 'wrapper' };
    }
    const callee: Node = unwrap(link.callee);
    if (callee.type !== 'MemberExpression') break;
    link = unwrap(callee.object);
  }
  return null;
}

/** `JWT_SECRET: { type: 'string', default: '…' }` of a JSON schema, as @fastify/env takes it. */
function inJsonSchema(property: TSESTree.Property, schema: TSESTree.ObjectExpression): SecretFallback | null {
  const name = keyName(property.key, property.computed);
  if (name === null || !VARIABLE_NAME.test(name) || kindOf(name) === null || !findProperty(schema, 'type')) return null;
  const given = findProperty(schema, 'default');
  const literal = given && fallbackIn(given.value, name);
  return literal && { node: literal, name, form: 'argument' };
}

/** A schema of the environment names variables, or is in a file that reads them; tables of a database have defaults too. */
const isVariable = (property: TSESTree.Property, name: string): boolean =>
  VARIABLE_NAME.test(name) ||
  (/\b(?:process|Bun)\.env\b|\bimport\.meta\.env\b/.test(fileOf(property).text) &&
    /^(?:z|Joi|joi|yup|v|t)\b/.test(sourceText(property.value)));

function formOf(literal: Node): SecretFallback['form'] {
  const parent = outward(literal);
  if (
    parent?.type === 'AssignmentExpression' &&
    parent.operator === '=' &&
    parent.parent.type === 'ExpressionStatement'
  )
    return 'assignment';
  if (parent?.type === 'CallExpression') return memberNameOf(parent) === 'default' ? 'schema' : 'argument';
  return parent?.type === 'Property' && keyName(parent.key, parent.computed) === 'default' ? 'option' : 'value';
}

const memberNameOf = (call: TSESTree.CallExpression): string | null => {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? memberName(callee) : null;
};

/** The literal is compared elsewhere: the program refuses to run with it. */
function isCompared(literal: Node, file: BackendFile): boolean {
  const text = constantOf(literal);
  if (typeof text !== 'string' || text.length < 4) return false;
  const written = file.text.slice(...literal.range);
  return file.text.includes(`=== ${written}`) || file.text.includes(`includes(${written})`);
}
