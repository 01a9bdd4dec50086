import { type BackendFile, sourceText } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { decoratorName, decoratorsOf, isFunction, keyName } from '../../syntax/nodes.js';
import { effectsOf } from '../effects.js';
import { denote } from '../entities.js';

/** A field of a code-first schema (NestJS, TypeGraphQL) that costs more than it seems to. */
export interface FieldFault {
  readonly kind: 'list' | 'per-parent';
  readonly node: TSESTree.MethodDefinition;
  readonly name: string;
}

const SCALARS = /^(?:String|Int|ID|Float|Boolean|Number|GraphQL\w+)$/;
/** What was read before is kept: `this.requestCache.get(…)`. */
const CACHE = /\b\w*[cC]ache\w*\.(?:get|wrap|getOrSet|remember|has|fetch)\b/;
/** How far into a function a look at what is loaded already counts as its first step. */
const KEPT_AT_FIRST = 300;
const LOADER = /[lL]oader|\bload(?:Many)?\w*\(/;
const FIELD = /^(?:ResolveField|FieldResolver|ResolveProperty)$/;

/** `@Query(() => [Book])` with no arguments at all, and `@ResolveField()` methods whose service asks once per parent. */
export function fieldFaultsOf(file: BackendFile): FieldFault[] {
  if (!/['"](?:@nestjs\/graphql|type-graphql)['"]/.test(file.text)) return [];
  return file.index.classes.flatMap((each) => {
    // Fields that ask by the same function have one cause, told at the first.
    const asked = new Set<string>();
    return each.body.body.flatMap((member): FieldFault[] => {
      if (member.type !== 'MethodDefinition' || !isFunction(member.value)) return [];
      const name = keyName(member.key, member.computed) ?? 'This field';
      const decorators = decoratorsOf(member);
      if (decorators.some((decorator) => decoratorName(decorator) === 'Query' && isList(decorator)))
        return hasArguments(member.value) ? [] : [{ kind: 'list', node: member, name }];
      const isField = decorators.some((decorator) => FIELD.test(decoratorName(decorator) ?? ''));
      const asks = isField ? askedPerParent(member.value, file) : null;
      if (asks === null || asked.has(asks)) return [];
      asked.add(asks);
      return [{ kind: 'per-parent', node: member, name }];
    });
  });
}

/** `() => [Book]`, of a type of rows. */
function isList({ expression }: TSESTree.Decorator): boolean {
  const type = expression.type === 'CallExpression' ? expression.arguments[0] : undefined;
  if (!type || type.type !== 'ArrowFunctionExpression' || type.body.type !== 'ArrayExpression') return false;
  const [of] = type.body.elements;
  return of?.type === 'Identifier' && !SCALARS.test(of.name);
}

/** Any argument may page or narrow the list down; what it is called is the project's own affair. */
const hasArguments = (fn: FunctionNode): boolean =>
  fn.params.some((param) => decoratorsOf(param).some((each) => /^Args?$|^ArgsType$/.test(decoratorName(each) ?? '')));

/** `if (order.customer) return order.customer`: lists bring it along, and the question is for a row that stands alone. */
const isLoadedBefore = (parent: string, body: string): boolean =>
  new RegExp(`\\bif \\(\\s*${parent}\\.(\\w+)[^{;]*\\)\\s*\\{?\\s*return [^;]*\\b${parent}\\.\\1\\b`).test(body);

/** `if (collection.parent) … else …`: asked for only where the parent doesn't bring it along. */
function isBehindTest(site: Node, parent: string): boolean {
  const field = new RegExp(`\\b${parent}\\??\\.\\w`);
  for (let up = site.parent; up && !isFunction(up); up = up.parent)
    if ((up.type === 'IfStatement' || up.type === 'ConditionalExpression') && field.test(sourceText(up.test)))
      return true;
  return false;
}

/** The function called keeps what it read: by a cache, or on the parent that it is handed and looks at first. */
function isKept(call: Node): boolean {
  const target = call.type === 'CallExpression' ? denote(call.callee) : null;
  if (target?.kind !== 'function') return false;
  const body = sourceText(target.node.body);
  if (CACHE.test(body) || LOADER.test(body)) return true;
  return target.node.params.some(
    (param) =>
      param.type === 'Identifier' &&
      new RegExp(`\\bif \\(\\s*!?${param.name}(?:\\.\\w+|\\[\\w+\\])`).test(body.slice(0, KEPT_AT_FIRST)),
  );
}

/** A read in another function, told by the parent which row it is about. */
function askedPerParent(fn: FunctionNode, file: BackendFile): string | null {
  const parent = fn.params.find((param) =>
    decoratorsOf(param).some((each) => /^(?:Parent|Root)$/.test(decoratorName(each) ?? '')),
  );
  if (parent?.type !== 'Identifier') return null;
  const body = file.text.slice(...fn.body.range);
  if (LOADER.test(body) || CACHE.test(body) || isLoadedBefore(parent.name, body)) return null;
  const uses = new RegExp(`\\b${parent.name}\\b`);
  const read = effectsOf(fn).reads.find(
    ({ site, query }) =>
      site !== query.start &&
      uses.test(file.text.slice(...site.range)) &&
      !isBehindTest(site, parent.name) &&
      !isKept(site),
  );
  if (!read) return null;
  return read.site.type === 'CallExpression' ? sourceText(read.site.callee) : sourceText(read.site);
}
