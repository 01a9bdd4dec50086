import { secretNameKind } from '../../libraries/secrets/index.js';
import { sourceText } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, enclosingFunction, keyName, literalText, memberName, unwrapAwait } from '../../syntax/nodes.js';
import { denoteType } from '../annotations.js';
import { getBinding } from '../bindings.js';
import { denote, rowOf } from '../entities.js';
import { follow } from '../values.js';
import { allCarried, type Carried } from './carried.js';
import { isCredentialCode } from './credential-code.js';
import { requestPartAt } from './request-parts.js';

/** A secret that a logged expression says. */
export interface Leak {
  /** The expression inside the call. */
  readonly node: Node;
  /** What it is, as a clause: `` `user.password` ``, `all cookies of the request`. */
  readonly what: string;
  /** Where it stands in the logged object, down to the secret itself; empty in texts. */
  readonly path: readonly string[];
}

/** Every name of a secret has one of these in it; the rest of all names cost one regular expression. */
const SECRET_WORD =
  /pass|pwd|pw$|secret|token|key|auth|cred|jwt|pat$|bearer|pepper|url|uri|dsn|conn|cookie|otp|session|sid$/i;
/** Calls whose result is a secret or holds one: who logs in gets a token. */
const GIVES_TOKEN =
  /^(?:log[iI]n|sign[iI]n|logIn(?:User)?|loginWith\w*|signInWith\w*|(?:get|fetch|request|create|issue|generate|make|mint|sign|refresh|exchange|rotate|obtain)(?:[A-Z]\w*)?(?:Tokens?|Jwt|JWT|Credentials)|exchangeCode\w*|createSession|getAccessToken)$/;
/** Names of functions whose result no longer says what they were given. */
const MASKED =
  /mask|redact|obfuscat|hash|digest|encrypt|sanit|scrub|fingerprint|hide|truncate|omit|censor|(?:^|[a-z])safe(?:[A-Z]|$)|last4|^pick$|^Boolean$|preview|shorten/i;
/** What a value's own name says it is instead: no secret under a secret's key. */
const HARMLESS_VALUE =
  /(?:^|_|[a-z])(?:ids?|names?|types?|counts?|lengths?|hash|status|present|exists|at|prefix|last4|expir\w*|ttl|is[A-Z]\w*|has[A-Z]\w*)$/i;
const MAX_DEPTH = 6;

/** The secrets that an expression handed to a logger says. */
export function allLeaks(value: Node): Leak[] {
  const leaks = allCarried(value).flatMap((carried) => leaksIn(carried, carried.node, 0));
  // `{ token: t }` and its value are one leak.
  return leaks.filter((leak, index) => leaks.findIndex(({ node }) => node === leak.node) === index);
}

/** `at` is the expression inside the call that leads to the value. */
function leaksIn({ node, path }: Carried, at: Node, depth: number): Leak[] {
  const value = unwrapAwait(node);
  const leak = (what: string, inner: readonly string[] = []): Leak[] => [{ node: at, what, path: [...path, ...inner] }];
  if (isEnvironment(value)) return leak('the whole environment');
  const part = requestPartAt(value);
  if (part === 'cookies') return leak('the cookies of the request');
  if (part === 'headers') return leak('all headers of the request, credentials among them,');
  if (part === 'body' && !isDeclared(value))
    return isCredentialCode(at) ? leak('the body of a request that carries credentials') : [];
  if (part === 'credential') return leak(said(value));
  if (value.type === 'CallExpression') {
    const under = path.at(-1);
    if (isTokenCall(value)) return leak(`the result of ${said(value.callee)}`);
    return under !== undefined && isSecretName(under) && !isMasked(value) ? leak(`\`${under}\``) : [];
  }
  if (value.type !== 'Identifier' && value.type !== 'MemberExpression') return [];
  const name = nameAt(value);
  if (name !== null && isSecretName(name)) return isHarmless(value) || isUsedAsId(value, name) ? [] : leak(said(value));
  const key = path.at(-1);
  if (isComposedAddress(key, value)) return leaksBehind(value, at, path, depth);
  if (key !== undefined && isSecretName(key) && !(name !== null && HARMLESS_VALUE.test(name)) && !isHarmless(value))
    return leak(`\`${key}\``);
  return depth < MAX_DEPTH ? leaksBehind(value, at, path, depth) : [];
}

/** `{ clickhouse_url: url }` with `url` put together here: what it is made of says whether a secret is in it. */
const isComposedAddress = (key: string | undefined, value: Node): boolean =>
  key !== undefined && secretNameKind(key) === 'connection' && follow(value).type === 'TemplateLiteral';

/** What stands behind a name: a text or an object that says a secret, a record declared to hold one. */
function leaksBehind(value: Node, at: Node, path: readonly string[], depth: number): Leak[] {
  const origin = follow(value);
  if (origin !== value) {
    if (
      /^(?:ObjectExpression|TemplateLiteral|BinaryExpression|LogicalExpression|ConditionalExpression)$/.test(
        origin.type,
      )
    ) {
      // Configuration that is written out is no secret of its own; what it reads from the environment is.
      const found = allCarried(origin, path).flatMap((carried) => leaksIn(carried, at, depth + 1));
      return found.slice(0, 1).map((leak) => ({ ...leak, what: `${leak.what} (in ${said(value)})` }));
    }
    const inner = unwrapAwait(origin);
    const isId = inner.type === 'CallExpression' && /[a-z]Ids?$/.test(nameAt(value) ?? '');
    if (!isId && (inner.type === 'CallExpression' || inner.type === 'MemberExpression'))
      return leaksIn({ node: inner, path }, at, depth + 1).map((leak) => ({
        ...leak,
        what: `${said(value)}, ${leak.what},`.replace(',,', ','),
      }));
  }
  const member = value.type === 'Identifier' ? findSecretMember(value) : null;
  return member === null
    ? []
    : [{ node: at, what: `${said(value)}, which holds \`${member}\`,`, path: [...path, member] }];
}

/** The secret that the declared class or interface of a parameter or variable holds: `dto: LoginDto`. */
function findSecretMember(id: TSESTree.Identifier): string | null {
  for (const member of declaredMembers(id)) {
    if (member.type !== 'PropertyDefinition' && member.type !== 'TSPropertySignature') continue;
    const name = keyName(member.key, member.computed);
    const kind = name !== null && SECRET_WORD.test(name) ? secretNameKind(name) : null;
    if (kind === 'password' || kind === 'secret' || kind === 'private-key') return name;
  }
  return null;
}

/** Whether the fields of a value are declared, so that there is no need to guess. */
const isDeclared = (node: Node): boolean => node.type === 'Identifier' && declaredMembers(node).length > 0;

function declaredMembers(id: TSESTree.Identifier): readonly (TSESTree.ClassElement | TSESTree.TypeElement)[] {
  const binding = getBinding(id);
  if (!('annotation' in binding) || !binding.annotation || binding.path.length > 0) return [];
  const entity = denoteType(binding.annotation);
  if (entity?.kind === 'object') return entity.node.body.body;
  if (entity?.kind !== 'shape') return [];
  return entity.node.type === 'TSInterfaceDeclaration' ? entity.node.body.body : entity.node.members;
}

/** `process.env` itself, `Bun.env`, `Deno.env.toObject()`. */
function isEnvironment(node: Node): boolean {
  const text = sourceText(node);
  return /^(?:process|Bun)\.env$|^Deno\.env\.toObject\(\)$/.test(text);
}

/** The name by which an expression is known: its variable's or its last member's. */
function nameAt(node: Node): string | null {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? memberName(node) : null;
}

function isSecretName(name: string): boolean {
  if (!SECRET_WORD.test(name)) return false;
  return (
    secretNameKind(name) !== null ||
    /^(?:set-cookie|authHeader|authorizationHeader|cookieHeader|otp|otpCode)$/i.test(name)
  );
}

/** `findOneBy({ id: body.credential })`: the id of a credential that is kept elsewhere. */
function isUsedAsId(value: Node, name: string): boolean {
  const fn = secretNameKind(name) === 'credential' ? enclosingFunction(value) : null;
  const text = sourceText(value);
  return fn !== null && /^[\w.]+$/.test(text) && new RegExp(`\\b_?id:\\s*${text}\\b(?!\\.)`).test(sourceText(fn));
}

/** A value that says less than its name: a boolean, a number, a masked text, a constant written out. */
function isHarmless(node: Node): boolean {
  const entity = node.type === 'MemberExpression' ? denote(node.object) : null;
  // A member of an enum, a constant of texts: `ErrorCode.INVALID_TOKEN`.
  if (entity?.kind === 'enum') return true;
  const origin = follow(node);
  if (origin !== node) {
    const value = unwrapAwait(origin);
    if (value.type === 'Literal' || value.type === 'UnaryExpression' || value.type === 'NewExpression') return true;
    if (
      value.type === 'ArrowFunctionExpression' ||
      value.type === 'FunctionDeclaration' ||
      value.type === 'ClassDeclaration'
    )
      return true;
    if (value.type === 'BinaryExpression') return value.operator !== '+';
    if (
      value.type === 'ConditionalExpression' ||
      value.type === 'TemplateLiteral' ||
      value.type === 'LogicalExpression'
    )
      return !allCarried(value).some(({ node: each }) => !isMasked(each));
    return isMasked(value);
  }
  const binding = node.type === 'Identifier' ? getBinding(node) : null;
  if (binding?.kind === 'function' || binding?.kind === 'class' || binding?.kind === 'enum') return true;
  // `maskSecret(value)` may take a name that its caller calls a secret.
  const annotation = binding && 'annotation' in binding && binding.path.length === 0 ? binding.annotation : null;
  return annotation?.type === 'TSBooleanKeyword' || annotation?.type === 'TSNumberKeyword';
}

function isMasked(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const name = calleeName(node) ?? '';
  return (
    MASKED.test(name) ||
    /^(?:slice|substring|substr|replace|replaceAll|padStart|padEnd|includes|startsWith|test)$|^(?:is|has|can|verify|check|validate|compare|count)(?:[A-Z]|$)/.test(
      name,
    )
  );
}

function isTokenCall(call: TSESTree.CallExpression): boolean {
  if (rowOf(denote(call.callee))?.jwt?.does === 'sign') return true;
  const name = calleeName(call) ?? '';
  // `getUserByToken()` gives a user.
  const isLookup =
    /^get.*[a-z](?:From|By)[A-Z]/.test(name) && !/^get.*(?:Token|Jwt|JWT|Credential).*(?:From|By)/.test(name);
  return GIVES_TOKEN.test(name) && !isLookup && !/Count|Type|Name|Id$/.test(name);
}

/** An expression as a reader knows it, in backticks. */
export function said(node: Node): string {
  const text = sourceText(node).replaceAll(/\s+/g, ' ');
  return text.length <= 60 ? `\`${text}\`` : `\`${literalText(node) ?? nameAt(node) ?? `${text.slice(0, 40)}…`}\``;
}
