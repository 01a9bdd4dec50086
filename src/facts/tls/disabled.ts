import { type BackendFile, sourceText } from '../../model/file.js';
import type { Node } from '../../syntax/ast.js';
import { isFunction, keyName, memberName, unwrap } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { constantOf, textOf } from '../values.js';

/** A place where the certificate of the other side isn't checked, or an old TLS is allowed. */
export interface DisabledTls {
  readonly node: Node;
  readonly kind: 'certificate' | 'process' | 'host' | 'version';
  /** What is written there. */
  readonly name: string;
  /** What takes its place, and where; null where there is no plain one. */
  readonly replacement: { readonly node: Node; readonly text: string } | null;
}

export const disabledTlsOf = (file: BackendFile): readonly DisabledTls[] => file.memo(findDisabled);

/** Options that switch the check of a certificate off, with the value that does: of Node.js, request, mssql, mongodb, mysql2, ioredis. */
const OFF: ReadonlyMap<string, boolean> = new Map([
  ['rejectUnauthorized', false],
  ['strictSSL', false],
  ['sslValidate', false],
  ['trustServerCertificate', true],
  ['tlsAllowInvalidCertificates', true],
  ['tlsAllowInvalidHostnames', true],
  ['tlsInsecure', true],
  ['insecureSkipVerify', true],
]);
const OLD = /^(?:TLSv1|TLSv1\.0|TLSv1\.1|SSLv2|SSLv3)$/;
const OLD_METHOD = /^(?:SSLv2|SSLv3|SSLv23|TLSv1|TLSv1_1)_(?:client_|server_)?method$/;

function findDisabled(file: BackendFile): DisabledTls[] {
  if (
    !/rejectUnauthorized|REJECT_UNAUTHORIZED|checkServerIdentity|TLSv1|SSLv|secureProtocol|strictSSL|sslValidate|trustServerCertificate|tlsAllow|tlsInsecure|insecureSkip/.test(
      file.text,
    )
  )
    return [];
  const found: DisabledTls[] = [];
  for (const object of file.index.objects)
    for (const property of object.properties) {
      if (property.type !== 'Property') continue;
      const judged = judge(keyName(property.key, property.computed), property.value, property);
      if (judged && !isOutsideProduction(property)) found.push(judged);
    }
  for (const assignment of file.index.assignments) {
    const { left, right } = assignment;
    if (left.type !== 'MemberExpression' || assignment.operator !== '=') continue;
    const judged = judge(memberName(left), right, assignment);
    if (judged && !isOutsideProduction(assignment)) found.push(judged);
  }
  return found;
}

function judge(name: string | null, value: Node, node: Node): DisabledTls | null {
  if (name === null) return null;
  const off = OFF.get(name);
  if (off !== undefined) {
    const inner = unwrap(value);
    if (constantOf(inner) !== off) return null;
    return {
      node,
      kind: 'certificate',
      name: `${name}: ${off}`,
      replacement: inner.type === 'Literal' ? { node: inner, text: String(!off) } : null,
    };
  }
  switch (name) {
    case 'NODE_TLS_REJECT_UNAUTHORIZED': {
      const constant = constantOf(value);
      return constant === '0' || constant === 0
        ? { node, kind: 'process', name: `${name} = 0`, replacement: { node: value, text: "'1'" } }
        : null;
    }
    case 'checkServerIdentity':
      return isEmptyCheck(value) ? { node, kind: 'host', name, replacement: null } : null;
    case 'minVersion':
    case 'maxVersion':
    case 'DEFAULT_MIN_VERSION':
    case 'DEFAULT_MAX_VERSION': {
      const version = textOf(value);
      return version !== null && OLD.test(version)
        ? { node, kind: 'version', name: `${name}: '${version}'`, replacement: { node: value, text: "'TLSv1.2'" } }
        : null;
    }
    case 'secureProtocol': {
      const method = textOf(value);
      if (method === null || !OLD_METHOD.test(method)) return null;
      return {
        node,
        kind: 'version',
        name: `${name}: '${method}'`,
        replacement: node.type === 'Property' ? { node, text: "minVersion: 'TLSv1.2'" } : null,
      };
    }
    default:
      return null;
  }
}

/** `() => undefined`: every name is good. */
function isEmptyCheck(value: Node): boolean {
  const fn = unwrap(value);
  if (!isFunction(fn)) return false;
  if (fn.body.type === 'BlockStatement' && fn.body.body.length === 0) return true;
  const returned = allReturns(fn);
  return (
    returned.every((each) => {
      const inner = unwrap(each);
      return (
        (inner.type === 'Identifier' && inner.name === 'undefined') ||
        (inner.type === 'Literal' && inner.value === null) ||
        inner.type === 'UnaryExpression'
      );
    }) &&
    (returned.length > 0 ||
      (fn.body.type === 'BlockStatement' && fn.body.body.every((each) => each.type === 'ReturnStatement')))
  );
}

const LOCAL = /dev|test|local|sandbox|insecure|self.?signed|allow/i;

/** Whether a node stands on a branch that production doesn't take, or that somebody asks for by a setting. */
function isOutsideProduction(node: Node): boolean {
  let inner: Node = node;
  for (let up = node.parent; up && !isFunction(up); inner = up, up = up.parent) {
    const branch = branchOf(up, inner);
    if (!branch) continue;
    const text = sourceText(branch.test);
    const isProduction = /prod/i.test(text);
    const isNegated = /!==?|!\s*\w/.test(text);
    if (isProduction && branch.whenTrue === isNegated) return true;
    if (!isProduction && LOCAL.test(text) && branch.whenTrue !== isNegated) return true;
  }
  return false;
}

function branchOf(up: Node, inner: Node): { readonly test: Node; readonly whenTrue: boolean } | null {
  if (up.type === 'ConditionalExpression' || up.type === 'IfStatement') {
    if (up.test === inner) return null;
    return { test: up.test, whenTrue: up.consequent === inner };
  }
  return up.type === 'LogicalExpression' && up.operator === '&&' && up.right === inner
    ? { test: up.left, whenTrue: true }
    : null;
}
