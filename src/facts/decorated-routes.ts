import type { Entity } from '../model/entity.js';
import { locOf } from '../model/place.js';
import type { Route, Verb } from '../model/route.js';
import type { ClassNode, Node, TSESTree } from '../syntax/ast.js';
import { decoratorArguments, decoratorsOf, isFunction, keyName } from '../syntax/nodes.js';
import { denote, libraryOf, proofOf, rowOf } from './entities.js';
import { joinPaths } from './paths.js';
import { argumentAt, textOf } from './values.js';

/** Routes by decorators: `@Controller('users') class { @Post() create() {} }`, `@Mutation() createUser() {}`. */
export function decoratedRoutes(node: ClassNode): Route[] {
  const routes: Route[] = [];
  let prefix: string | undefined;
  for (const member of node.body.body) {
    if (member.type !== 'MethodDefinition' || !isFunction(member.value)) continue;
    for (const decorator of decoratorsOf(member)) {
      const callee = denoteDecorator(decorator);
      const row = rowOf(callee)?.route;
      const library = libraryOf(callee);
      if (!row || !library) continue;
      prefix ??= prefixOf(node) ?? '';
      routes.push({
        library,
        verb: row.verb as Verb,
        path:
          row.path === undefined
            ? (nameIn(decorator) ?? keyName(member.key, member.computed))
            : joinPaths(prefix, pathIn(decorator) ?? ''),
        node: member,
        at: { node: member, loc: placeOf(member) },
        guards: [],
        handler: { node: member.value, fn: member.value },
        router: null,
        controller: node,
        decorators: decoratorsOf(member),
        call: null,
        proof: proofOf(callee),
      });
    }
  }
  return routes;
}

/** Parsers differ on whether a member begins at its decorators; a report does. */
function placeOf(member: TSESTree.MethodDefinition): TSESTree.SourceLocation {
  const first = decoratorsOf(member)[0];
  const loc = locOf(member);
  return first && first.range[0] < member.range[0] ? { start: locOf(first).start, end: loc.end } : loc;
}

/** What a decorator is: `Post` of `@Post('x')`. */
export function denoteDecorator(decorator: TSESTree.Decorator): Entity | null {
  const { expression } = decorator;
  return denote(expression.type === 'CallExpression' ? expression.callee : expression);
}

/** The text that a decorator is given, itself or first of a list. */
function pathIn(decorator: TSESTree.Decorator): string | null {
  const first = decoratorArguments(decorator)[0];
  if (!first || first.type === 'SpreadElement') return null;
  const one = first.type === 'ArrayExpression' ? first.elements[0] : first;
  return one ? textOf(one) : null;
}

/** `@Mutation('createOrder')`, `@Mutation(() => Order, { name: 'createOrder' })`. */
function nameIn(decorator: TSESTree.Decorator): string | null {
  const own = pathIn(decorator);
  if (own !== null || decorator.expression.type !== 'CallExpression') return own;
  const named = argumentAt(decorator.expression, '1.name');
  return typeof named === 'string' ? null : textOf(named);
}

function prefixOf(node: Node): string | null {
  for (const decorator of decoratorsOf(node)) {
    const position = rowOf(denoteDecorator(decorator))?.controller;
    if (position === undefined || decorator.expression.type !== 'CallExpression') continue;
    const options = argumentAt(decorator.expression, `${position}.path`);
    return typeof options === 'string' ? pathIn(decorator) : textOf(options);
  }
  return null;
}
