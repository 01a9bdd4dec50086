import { sourceText } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, decoratorsOf, memberName, receiverOf, unwrap, unwrapAwait } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { getBinding } from '../bindings.js';
import { allCallers } from '../callers.js';
import { denote, findCalled, rowOf } from '../entities.js';
import { requestValueOf } from '../flow/request-values.js';
import { queryAt } from '../queries.js';
import { variableIn } from '../tokens/configuration.js';
import { follow, textOf } from '../values.js';
import { credentialWord } from './names.js';

const MAX_HOPS = 10;
const BY_NAME =
  /^(?:req|request|ctx|context|event)\.(?:request\.|input\.|req\.)?(?:query|body|params|headers|cookies|queryStringParameters|input)\b/;

/** Whether a value is read from the request: right there, through names, helpers' arguments and texts made of it. */
export function isRequestRead(node: Node, hops = 0): boolean {
  if (hops > MAX_HOPS) return false;
  if (hops === 0 && requestValueOf(node)) return true;
  const value = unwrapAwait(node);
  switch (value.type) {
    case 'MemberExpression': {
      const entity = denote(value);
      if (entity?.kind === 'method' && entity.row.request) return true;
      if (BY_NAME.test(sourceText(value).replaceAll('?', ''))) return true;
      const owner = denote(value.object);
      const name = memberName(value);
      if (owner?.kind === 'instance' && name !== null && owner.type.findMember(name)?.request) return true;
      return isRequestRead(value.object, hops + 1);
    }
    case 'CallExpression': {
      const entity = denote(value.callee);
      if (rowOf(entity)?.request) return true;
      const receiver = receiverOf(value);
      if (receiver && isRequestRead(receiver, hops + 1)) return true;
      const first = value.arguments[0];
      // `String(req.query.token)`, `parseState(state)`
      return first !== undefined && first.type !== 'SpreadElement' && !isKeyed(value) && isRequestRead(first, hops + 1);
    }
    case 'Identifier':
      return isRequestName(value, hops);
    case 'LogicalExpression':
      return isRequestRead(value.left, hops + 1) || isRequestRead(value.right, hops + 1);
    case 'ConditionalExpression':
      return isRequestRead(value.consequent, hops + 1) || isRequestRead(value.alternate, hops + 1);
    case 'TemplateLiteral':
      return value.expressions.some((hole) => isRequestRead(hole, hops + 1));
    default:
      return false;
  }
}

/** A call whose result is something else than its argument said again: a query, a digest, a lookup by key. */
const isKeyed = (call: TSESTree.CallExpression): boolean =>
  queryAt(call) !== null ||
  !/^(?:String|from|decodeURIComponent|parse\w*|decode\w*|extract\w*|get\w*|first\w*|normalize\w*|trim\w*)$/.test(
    calleeName(call) ?? '',
  );

function isRequestName(id: TSESTree.Identifier, hops: number): boolean {
  const binding = getBinding(id);
  if (binding.kind === 'value') return binding.init !== null && isRequestRead(binding.init, hops + 1);
  if (binding.kind !== 'parameter') return false;
  const parameter = binding.fn.params[binding.index];
  for (const decorator of parameter ? decoratorsOf(parameter) : []) {
    const { expression } = decorator;
    if (rowOf(denote(expression.type === 'CallExpression' ? expression.callee : expression))?.request) return true;
  }
  if (binding.path[0] !== undefined && /^(?:body|query|params|headers|cookies|input)$/.test(binding.path[0])) {
    const entity = denote(id);
    if (entity?.kind === 'instance') return true;
    if (binding.path[0] === 'input' || binding.path[0] === 'body') return true;
  }
  return (allCallers(binding.fn) ?? []).some((call) => {
    const given = call.arguments[binding.index];
    return (
      given !== undefined &&
      given.type !== 'SpreadElement' &&
      binding.path.length === 0 &&
      isRequestRead(given, hops + 2)
    );
  });
}

/** The environment variable or configuration entry with a secret's name that a value is, by its name. */
export function findConfigured(node: Node, hops = 0): string | null {
  const value = unwrapAwait(node);
  if (hops > 6) return null;
  const variable = variableIn(value);
  if (variable !== null) return isSecretVariable(variable) ? variable : null;
  if (value.type === 'TemplateLiteral') {
    for (const hole of value.expressions) {
      const found = findConfigured(hole, hops + 1);
      if (found !== null) return found;
    }
    return null;
  }
  if (value.type === 'BinaryExpression' && value.operator === '+')
    return findConfigured(value.left, hops + 1) ?? findConfigured(value.right, hops + 1);
  if (value.type === 'LogicalExpression')
    return findConfigured(value.left, hops + 1) ?? findConfigured(value.right, hops + 1);
  if (value.type === 'MemberExpression') {
    const name = memberName(value);
    const owner = rootOf(value);
    if (
      name !== null &&
      owner !== null &&
      /^(?:env|config|configuration|conf|cfg|settings|secrets|serverConfig|appConfig)$/i.test(owner) &&
      isSecretVariable(name)
    )
      return name;
  }
  const next = follow(value);
  if (next !== value) return findConfigured(next, hops + 1);
  if (value.type === 'CallExpression') {
    const first = value.arguments[0];
    const receiver = receiverOf(value);
    if (/^get/.test(calleeName(value) ?? '') && receiver && first && /conf|env|secret/i.test(sourceText(receiver))) {
      const key = textOf(first)?.split('.').at(-1) ?? null;
      return key !== null && isSecretVariable(key) ? key : null;
    }
    // `String(process.env.X)`, `required(process.env.X)`, `Buffer.from(env.X)`
    if (
      value.arguments.length <= 2 &&
      first &&
      first.type !== 'SpreadElement' &&
      !/^(?:create\w*|update|digest|sign|verify)$/.test(calleeName(value) ?? '')
    )
      return findConfigured(first, hops + 1);
  }
  return null;
}

const isSecretVariable = (name: string): boolean =>
  (credentialWord(name) !== null || /(?:_KEY|Key)$/.test(name)) && !/public|publishable/i.test(name);

/** The object's name in a chain, `this` left out: `env` of `env.auth.X`, `config` of `this.config.x`, `c.env` gives `env`. */
function rootOf(member: TSESTree.MemberExpression): string | null {
  let node = unwrap(member.object);
  let name: string | null = null;
  while (node.type === 'MemberExpression') {
    name = memberName(node);
    if (name !== null && /^(?:env|config)$/.test(name)) return name;
    node = unwrap(node.object);
  }
  // Nuxt's `useRuntimeConfig(event).apiSecret`.
  if (node.type === 'CallExpression' && calleeName(node) === 'useRuntimeConfig') return 'config';
  return node.type === 'Identifier' ? node.name : name;
}

/** A query, by the call that begins it or any that it is chained on to. */
function isQuery(call: TSESTree.CallExpression): boolean {
  let link: Node | null = call;
  for (
    ;
    link?.type === 'CallExpression';
    link = link.callee.type === 'MemberExpression' ? unwrap(link.callee.object) : null
  )
    if (queryAt(link)) return true;
  return false;
}

/** Whether a value comes from where the program keeps it: a query's result, a cache's entry, a project's function that reads one. */
export function isStored(node: Node, hops = 0): boolean {
  if (hops > 6) return false;
  const value = unwrapAwait(node);
  switch (value.type) {
    case 'MemberExpression':
      return isStored(value.object, hops + 1);
    case 'Identifier': {
      const binding = getBinding(value);
      return binding.kind === 'value' && binding.init !== null && isStored(binding.init, hops + 1);
    }
    case 'LogicalExpression':
      return isStored(value.left, hops + 1);
    case 'CallExpression': {
      if (isQuery(value)) return true;
      const name = calleeName(value) ?? '';
      const receiver = receiverOf(value);
      if (
        /^(?:get|hget|getdel|getItem|getAsync)$/.test(name) &&
        receiver &&
        /redis|cache|store|kv|session|client/i.test(sourceText(receiver))
      )
        return true;
      if (/^(?:String|parse|from|toString|trim)$/.test(name)) {
        const first = value.arguments[0] ?? receiver;
        return !!first && first.type !== 'SpreadElement' && isStored(first, hops + 1);
      }
      if (/^(?:find|get|load|fetch|retrieve|lookup|read)/.test(name)) {
        const fn = findCalled(value);
        return !!fn && allReturns(fn).some((returned) => isStored(returned, hops + 2));
      }
      return false;
    }
    default:
      return false;
  }
}
