import type { BackendFile } from '../../model/file.js';
import type { FunctionNode, TSESTree } from '../../syntax/ast.js';
import { decoratorName, decoratorsOf, isFunction, keyName } from '../../syntax/nodes.js';
import { effectsOf } from '../effects.js';

/** A field of a code-first schema (NestJS, TypeGraphQL) that costs more than it seems to. */
export interface FieldFault {
  readonly kind: 'list' | 'per-parent';
  readonly node: TSESTree.MethodDefinition;
  readonly name: string;
}

const SCALARS = /^(?:String|Int|ID|Float|Boolean|Number|GraphQL\w+)$/;
const LOADER = /[lL]oader|\bload(?:Many)?\w*\(/;
const FIELD = /^(?:ResolveField|FieldResolver|ResolveProperty)$/;

/** `@Query(() => [Book])` with no arguments at all, and `@ResolveField()` methods whose service asks once per parent. */
export function fieldFaultsOf(file: BackendFile): FieldFault[] {
  if (!/['"](?:@nestjs\/graphql|type-graphql)['"]/.test(file.text)) return [];
  return file.index.classes.flatMap((each) =>
    each.body.body.flatMap((member): FieldFault[] => {
      if (member.type !== 'MethodDefinition' || !isFunction(member.value)) return [];
      const name = keyName(member.key, member.computed) ?? 'This field';
      const decorators = decoratorsOf(member);
      if (decorators.some((decorator) => decoratorName(decorator) === 'Query' && isList(decorator)))
        return hasArguments(member.value) ? [] : [{ kind: 'list', node: member, name }];
      const isField = decorators.some((decorator) => FIELD.test(decoratorName(decorator) ?? ''));
      return isField && asksPerParent(member.value, file) ? [{ kind: 'per-parent', node: member, name }] : [];
    }),
  );
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

/** A read in another function, told by the parent which row it is about. */
function asksPerParent(fn: FunctionNode, file: BackendFile): boolean {
  const parent = fn.params.find((param) =>
    decoratorsOf(param).some((each) => /^(?:Parent|Root)$/.test(decoratorName(each) ?? '')),
  );
  if (parent?.type !== 'Identifier' || LOADER.test(file.text.slice(...fn.body.range))) return false;
  if (isLoadedBefore(parent.name, file.text.slice(...fn.body.range))) return false;
  const uses = new RegExp(`\\b${parent.name}\\b`);
  return effectsOf(fn).reads.some(
    ({ site, query }) => site !== query.start && uses.test(file.text.slice(...site.range)),
  );
}
