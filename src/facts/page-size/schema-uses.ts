import type { Variable } from '@typescript-eslint/scope-manager';

import { fileOf, sourceText } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, keyName, literalText, outward, receiverOf } from '../../syntax/nodes.js';
import { findVariable } from '../bindings.js';
import { isPart } from './request-parts.js';

/** What a schema checks: the query or input of a read, some part of a request, an answer; null where that isn't seen. */
export type SchemaUse = 'query' | 'request' | 'response' | null;

const REQUEST_KEY =
  /^(?:query|querystring|queryString|searchParams|querySchema|validateSearch|params|querystringSchema)$/;
const BODY_KEY = /^(?:body|input|inputSchema|args|json|request|schema|bodySchema|parameters|argsSchema)$/;
const TOLD_KEY = /^(?:response|responses|output|outputSchema|reply|returns|\d{3}|success|default)$/;
const PARSES =
  /^(?:parse|parseAsync|safeParse|safeParseAsync|validate|validateAsync|validateSync|attempt|cast|check|assert)$/;
const MOST_FILES = 30;

/** How the schema that an object of fields belongs to is used, in its file and in those that import it. */
export function usesOf(object: TSESTree.ObjectExpression): SchemaUse {
  const direct = useAt(object);
  if (direct) return direct;
  for (let up = object.parent as Node | undefined; up; up = up.parent) {
    if (up.type === 'VariableDeclarator') {
      const variable = up.id.type === 'Identifier' ? findVariable(up.id) : null;
      return variable ? useOfVariable(variable, new Set()) : null;
    }
    if (up.type === 'BlockStatement' || up.type === 'Program') return null;
  }
  return null;
}

function useOfVariable(variable: Variable, seen: Set<Variable>): SchemaUse {
  if (seen.has(variable) || seen.size > 12) return null;
  seen.add(variable);
  // In an object: what a closure assigns is not seen by the type checker.
  const found: { use: SchemaUse } = { use: null };
  const isQuery = (): boolean => found.use === 'query';
  const better = (next: SchemaUse): void => {
    if (next === 'query' || (next && !found.use)) found.use = next;
  };
  for (const { identifier, init } of variable.references) {
    if (init) continue;
    const node = identifier as Node;
    const own = useAt(node);
    better(own);
    if (own) continue;
    const derived = holderOf(node);
    if (derived && derived !== variable) better(useOfVariable(derived, seen));
  }
  if (found.use !== null) return found.use;
  const definition = variable.defs[0]?.node as Node | undefined;
  if (!definition) return null;
  const file = fileOf(definition);
  for (const path of file.project.importersOf(file.path).slice(0, MOST_FILES)) {
    const importer = file.project.open(path);
    if (!importer || importer.kind === 'test' || !importer.text.includes(variable.name)) continue;
    for (const scope of importer.scopes.scopes) {
      if (scope.type !== 'module') continue;
      for (const local of scope.variables) {
        const at = local.defs[0]?.node as Node | undefined;
        if (at?.type === 'ImportSpecifier' && keyName(at.imported, false) === variable.name)
          better(useOfVariable(local, seen));
        // `import * as schemas from './schemas.js'`
        else if (at?.type === 'ImportNamespaceSpecifier')
          for (const { identifier } of local.references) {
            const member = (identifier as Node).parent;
            if (member?.type === 'MemberExpression' && keyName(member.property, member.computed) === variable.name)
              better(useAt(member));
          }
      }
    }
    // Exported as a member of a whole: `userValidation.getUsers`.
    for (const member of importer.index.members.get(variable.name) ?? []) better(useAt(member));
    if (isQuery()) return 'query';
  }
  return found.use;
}

/** The variable that an expression goes into by way of calls of a schema library: `base.extend({ … })`. */
function holderOf(node: Node): Variable | null {
  for (let up = node.parent; up; up = up.parent) {
    if (up.type === 'VariableDeclarator') return up.id.type === 'Identifier' ? findVariable(up.id) : null;
    if (up.type === 'BlockStatement' || up.type === 'Program' || up.type === 'ArrowFunctionExpression') return null;
  }
  return null;
}

/** What the calls and properties round a schema say, up to the statement. */
function useAt(node: Node): SchemaUse {
  let inner: Node = node;
  for (let up = outward(node), hops = 0; up && hops < 12; up = outward(up), hops++) {
    switch (up.type) {
      case 'Property': {
        const key = keyName(up.key, up.computed) ?? '';
        if (TOLD_KEY.test(key)) return 'response';
        if (REQUEST_KEY.test(key)) return 'query';
        if (BODY_KEY.test(key)) return 'request';
        break;
      }
      case 'CallExpression': {
        const use = useInCall(up, inner);
        if (use) return use;
        break;
      }
      case 'VariableDeclarator':
      case 'BlockStatement':
      case 'ExpressionStatement':
      case 'TSTypeQuery':
      case 'ReturnStatement':
        return null;
      default:
    }
    inner = up;
  }
  return null;
}

function useInCall(call: TSESTree.CallExpression, inner: Node): SchemaUse {
  const name = calleeName(call) ?? '';
  const isArgument = call.arguments.some((each) => each === inner);
  if (isArgument && name === 'output') return 'response';
  if (isArgument && /^(?:input|args)$/.test(name))
    return /mutation|command/i.test(closingLink(call)) ? 'request' : 'query';
  if (PARSES.test(name)) {
    const given = isArgument ? call.arguments.filter((each) => each !== inner) : call.arguments;
    for (const each of given) {
      if (each.type === 'SpreadElement') continue;
      const text = sourceText(each);
      if (/\bquery\b|searchParams/i.test(text)) return 'query';
      if (isPart(each) || /\b(?:body|params|input|request|req)\b/i.test(text)) return 'request';
    }
    return null;
  }
  if (isArgument && /valid|celebrate|Query$/i.test(name)) {
    const target = call.arguments[0] ? literalText(call.arguments[0]) : null;
    return target === 'query' || /query/i.test(name) ? 'query' : 'request';
  }
  return null;
}

/** The last link of a procedure's chain: `query`, `mutation`. */
function closingLink(call: TSESTree.CallExpression): string {
  let last: TSESTree.CallExpression = call;
  for (;;) {
    const member = outward(last);
    const next = member?.type === 'MemberExpression' ? outward(member) : undefined;
    if (next?.type !== 'CallExpression' || receiverOf(next) === null) return calleeName(last) ?? '';
    last = next;
  }
}
