import type { TSESTree } from '@typescript-eslint/utils';

import { fileOf } from '../model/file.js';
import type { ClassNode, FunctionNode, Node } from '../syntax/ast.js';
import {
  decoratorArguments,
  decoratorName,
  decoratorsOf,
  isClass,
  keyName,
  memberName,
  outward,
  unwrap,
} from '../syntax/nodes.js';
import { getBinding, type Binding } from './bindings.js';
import { allCallers, allConstructions } from './callers.js';
import { CATALOG, isClosedProperty, isFromTypes, judge, type Judging } from './closed.js';
import { isClosedElement, isClosedKeyOf } from './closed-lists.js';
import { isClosedInput } from './closed-schemas.js';
import { isClosedType, typeOfBinding } from './closed-types.js';
import { superOf } from './entities.js';
import { assignmentsOf, constructorOf } from './members.js';
import { follow, propertyIn } from './values.js';

/** Whether a name only ever holds closed values. */
export function isClosedName(id: TSESTree.Identifier, at: Judging): boolean {
  const binding = getBinding(id);
  switch (binding.kind) {
    case 'global':
      return /^(?:undefined|NaN|Infinity|__dirname|__filename)$/.test(binding.name);
    case 'import': {
      // What a package exports is fixed when it is loaded; what the project exports is looked at.
      const value = follow(id);
      return value === id || judge(value, at);
    }
    case 'value':
      return isClosedVariable(binding, at) || (!hasCast(binding.init) && isFromTypes(id));
    case 'parameter':
      return isClosedParameter(binding, at) || (!isRequestPart(binding) && isFromTypes(id));
    case 'element':
      return CATALOG.test(binding.path.at(-1) ?? '') || isClosedElement(binding.of, binding.path, at);
    case 'other': {
      const declared = (binding.variable.defs[0]?.node as Node | undefined)?.parent?.parent;
      return declared?.type === 'ForInStatement' && isClosedKeyOf(declared.right);
    }
    default:
      return false;
  }
}

/** A cast says what its writer hopes, not what comes in. */
const hasCast = (node: Node | null): boolean =>
  node !== null && (node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion' || unwrap(node) !== node);

function isClosedVariable(binding: Extract<Binding, { kind: 'value' }>, at: Judging): boolean {
  const { init, path, fallback, variable } = binding;
  if (!hasCast(init) && isClosedType(typeOfBinding(binding))) return true;
  const declared = (variable.defs[0]?.node as TSESTree.VariableDeclarator).parent.parent;
  if (declared.type === 'ForInStatement') return isClosedKeyOf(declared.right);
  const first = init === null || (path.length === 0 ? judge(init, at) : isClosedStep(init, path, at));
  if (!first || (fallback && !judge(fallback, at))) return false;
  const writes = variable.references.filter((reference) => reference.isWrite() && !reference.init);
  if (init === null && writes.length === 0) return false;
  return writes.every(({ identifier, writeExpr }) => {
    const write = (identifier as Node).parent;
    if (write?.type === 'UpdateExpression') return true;
    if (write?.type !== 'AssignmentExpression' || !writeExpr) return false;
    return judge(write, at);
  });
}

/** `const { sort } = query`, `const [column] = pair`. */
export function isClosedStep(init: Node, path: readonly string[], at: Judging): boolean {
  const [name, ...rest] = path;
  if (name === undefined) return judge(init, at);
  if (name === '...') return false;
  // What a literal doesn't have is undefined there.
  if (init.type === 'ObjectExpression' && propertyIn(init, name) === null) return true;
  if (rest.length > 0) {
    const value = follow(init);
    const inner = value.type === 'ObjectExpression' ? propertyIn(value, name) : null;
    return inner !== null && inner !== 'unknown' && isClosedStep(inner, rest, at);
  }
  if (/^\d+$/.test(name) && isClosedElement(init, [], at)) return true;
  return isClosedProperty(init, name, at);
}

/** NestJS hands a parameter decorated with a request's part over as it came, whatever its annotation says. */
function isRequestPart({ fn, index }: Extract<Binding, { kind: 'parameter' }>): boolean {
  return decoratorsOf(fn.params[index]!).some((each) =>
    /^(?:Param|Query|Headers|Body)$/.test(decoratorName(each) ?? ''),
  );
}

function isPiped({ fn, index }: Extract<Binding, { kind: 'parameter' }>): boolean {
  const text = fileOf(fn).text;
  return decoratorsOf(fn.params[index]!).some((each) =>
    decoratorArguments(each).some((argument) =>
      /Parse(?:Int|Float|Bool|Enum|UUID|Date)Pipe/.test(text.slice(...argument.range)),
    ),
  );
}

function isClosedParameter(binding: Extract<Binding, { kind: 'parameter' }>, at: Judging): boolean {
  const { fn, path, variable, fallback } = binding;
  const handed = at.frame.get(variable);
  if (handed) return judge(handed, at);
  if (isRequestPart(binding) && path.length === 0) return isPiped(binding);
  if (isClosedType(typeOfBinding(binding))) return true;
  if (isClosedInput(binding)) return true;
  const listed = isCallbackItem(binding, at);
  if (listed !== null) return listed;
  if (fallback && !judge(fallback, at)) return false;
  if (isConstructor(fn)) return isWired(fn.parent.parent.parent, binding, at);
  const callers = allCallers(fn);
  return callers !== null && callers.every((call) => isClosedArgument(call, binding, at));
}

/** `options.channel`: a part of a parameter, judged by what the callers give. */
export function isClosedPart(object: Node, name: string, at: Judging): boolean {
  const binding = findParameter(unwrap(object));
  if (!binding || isRequestPart(binding)) return false;
  const handed = at.frame.get(binding.variable);
  if (handed) return isClosedStep(handed, [...binding.path, name], at);
  const part = { ...binding, path: [...binding.path, name] };
  if (isClosedInput(part)) return true;
  const callers = isConstructor(binding.fn)
    ? allConstructions(binding.fn.parent.parent.parent)
    : allCallers(binding.fn);
  return callers !== null && callers.length > 0 && callers.every((call) => isClosedArgument(call, part, at));
}

type ParameterBinding = Extract<Binding, { kind: 'parameter' }>;

/** The parameter, or part of one, that a name stands for: `columns` after `const { columns } = options`. */
export function findParameter(node: Node): ParameterBinding | null {
  const binding = node.type === 'Identifier' ? getBinding(node) : null;
  if (binding?.kind === 'parameter') return binding;
  if (binding?.kind !== 'value' || !binding.constant || binding.init === null || binding.path.length === 0) return null;
  const whole = findParameter(unwrap(binding.init));
  return whole && { ...whole, path: [...whole.path, ...binding.path] };
}

function isClosedArgument(
  call: { readonly arguments: readonly TSESTree.CallExpressionArgument[] },
  { index, path, fn }: Extract<Binding, { kind: 'parameter' }>,
  at: Judging,
): boolean {
  if (call.arguments.slice(0, index + 1).some((argument) => argument.type === 'SpreadElement')) return false;
  const argument = call.arguments[index];
  // Callers are judged where they stand, under no one's arguments.
  const there: Judging = { frame: new Map(), open: at.open };
  if (!argument) {
    const parameter = fn.params[index]!;
    return parameter.type !== 'AssignmentPattern' || judge(parameter.right, there);
  }
  return path.length === 0 ? judge(argument, there) : isClosedStep(argument, path, there);
}

const ITERATORS = /^(?:map|flatMap|forEach|filter|some|every|find|findIndex|sort|from)$/;

/** `list.map((item, index) => …)`: as closed as the list; null where the function is no such callback. */
function isCallbackItem(binding: Extract<Binding, { kind: 'parameter' }>, at: Judging): boolean | null {
  const { fn, index, path } = binding;
  const call = outward(fn);
  if (call?.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return null;
  const name = memberName(call.callee) ?? '';
  if (name === 'reduce' || name === 'reduceRight') {
    if (index === 0) return call.arguments[1] ? judge(call.arguments[1], at) : null;
    return index === 1 ? isClosedElement(call.callee.object, path, at) : index === 2;
  }
  if (!ITERATORS.test(name)) return null;
  if (name === 'from') return call.arguments[1] === fn ? index === 1 : null;
  if (index === 1 && name !== 'sort') return true;
  return index < 2 ? isClosedElement(call.callee.object, path, at) : null;
}

type ConstructorFunction = FunctionNode & { parent: TSESTree.MethodDefinition & { parent: TSESTree.ClassBody } };

const isConstructor = (fn: FunctionNode): fn is ConstructorFunction =>
  fn.parent.type === 'MethodDefinition' && fn.parent.kind === 'constructor';

/** Names of tables, schemas and the like, which subclasses and the wiring of an application give. */
const WIRED =
  /table|schema|prefix|collection|view|database|dbname|entity|index(?:name)?$|alias|channel|column|queue|model/i;

/** A constructor's argument: closed where every construction in the project gives a constant. */
function isWired(node: ClassNode, binding: Extract<Binding, { kind: 'parameter' }>, at: Judging): boolean {
  const made = allConstructions(node);
  if (made.length > 0) return made.every((call) => isClosedArgument(call, binding, at));
  return WIRED.test(binding.variable.name);
}

/** A class's field: closed where everything that is ever put into it is. */
export function isClosedField(node: ClassNode, name: string, at: Judging): boolean {
  let known = false;
  for (const member of node.body.body) {
    if (member.type === 'StaticBlock' || member.type === 'TSIndexSignature') continue;
    if (keyName(member.key, member.computed) !== name) continue;
    if (member.type === 'MethodDefinition' && member.kind === 'get' && member.value.body) {
      const [statement] = member.value.body.body;
      return statement?.type === 'ReturnStatement' && statement.argument !== null && judge(statement.argument, at);
    }
    if (member.type === 'TSAbstractPropertyDefinition' || member.type === 'TSAbstractMethodDefinition')
      return WIRED.test(name);
    if (member.type !== 'PropertyDefinition') continue;
    if (isClosedType(member.typeAnnotation?.typeAnnotation)) return true;
    if (member.value) {
      if (!judge(member.value, at)) return false;
      known = true;
    } else if (!assignmentsOf(node).has(name)) return WIRED.test(name);
  }
  for (const value of assignmentsOf(node).get(name) ?? []) {
    if (!judge(value, at)) return false;
    known = true;
  }
  const injected = parameterProperty(node, name);
  if (injected) return isClosedName(injected, at);
  if (known) return true;
  const base = superOf(node);
  return base?.kind === 'class' && isClass(base.node) && isClosedField(base.node, name, at);
}

function parameterProperty(node: ClassNode, name: string): TSESTree.Identifier | null {
  for (const parameter of constructorOf(node)?.params ?? []) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const target = parameter.parameter;
    const id = target.type === 'AssignmentPattern' ? target.left : target;
    if (id.name === name) return id;
  }
  return null;
}
