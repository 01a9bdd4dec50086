import { sourceText } from '../../model/file.js';
import type { ClassNode, Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  decoratorArguments,
  decoratorName,
  decoratorsOf,
  isFunction,
  keyName,
  literalText,
  receiverOf,
  unwrap,
} from '../../syntax/nodes.js';
import { allOf, allReturns, walk } from '../../syntax/walk.js';
import { denote, findCalled } from '../entities.js';
import { follow } from '../values.js';

/** Whether a field of a schema lets any number through; `unknown` where it can't be read, or is no number at all. */
export type FieldBound = 'bounded' | 'unbounded' | 'unknown';

/** Links and functions of a schema that set an upper bound, or a closed list: zod, valibot, joi, yup, superstruct, ajv, TypeBox. */
const UPPER =
  /^(?:max|lte|lt|less|lessThan|maxValue|ltValue|maximum|between|range|refine|superRefine|check|test|custom|oneOf|valid|equal|equals|enum|enums|nativeEnum|literal|literalUnion|picklist|IsIn|Max|IsEnum|Equals|isIn|size|refinement|clamp|narrow)$/i;
const UPPER_KEY = /^(?:maximum|exclusiveMaximum|enum|const|max|lt|lte|oneOf|anyOf|\$ref|maxLength)$/;
/** The beginnings of a schema that lets numbers through, or text that becomes one. */
const NUMERIC =
  /^(?:number|int|int32|integer|numeric|bigint|Number|Integer|Numeric|BigInt|coerce|natural|isInt|isNumeric|toInt)$/;
const TEXTUAL = /^(?:string|String)$/;
const BECOMES = /^(?:transform|pipe|preprocess|pipeThrough|decode|codec|custom|coerce)$/;

/** Whether the schema of a field (`z.number().min(1)`) bounds its value above. */
export function boundOfField(node: Node, hops = 0): FieldBound {
  if (hops > 6) return 'unknown';
  const value = follow(node);
  const text = literalText(value);
  // ArkType's `'number.integer > 0'`.
  if (text !== null)
    return /^(?:number|string)\b/.test(text) ? (/[<|]|%/.test(text) ? 'bounded' : 'unbounded') : 'unknown';
  if (value.type === 'ObjectExpression') return boundOfJson(value);
  if (value.type !== 'CallExpression') return value === unwrap(node) ? 'unknown' : boundOfField(value, hops + 1);
  const called = findCalled(value);
  if (called) {
    const returned = allReturns(called);
    if (mentionsClamp(called)) return 'bounded';
    return returned.length === 1 ? boundOfField(returned[0]!, hops + 1) : 'unknown';
  }
  return boundOfChain(value, hops);
}

function boundOfChain(value: TSESTree.CallExpression, hops: number): FieldBound {
  let isNumeric = false as boolean;
  let isText = false as boolean;
  let becomes = false as boolean;
  let unknown = false as boolean;
  let isBounded = false as boolean;
  walk(value, (each, skip) => {
    if (isFunction(each)) {
      if (mentionsClamp(each)) isBounded = true;
      return skip;
    }
    if (each.type === 'MemberExpression' && NUMERIC.test(keyName(each.property, each.computed) ?? '')) isNumeric = true;
    if (each.type === 'CallExpression') {
      const name = calleeName(each) ?? '';
      if (UPPER.test(name) && isReached(each, value)) isBounded = true;
      if (NUMERIC.test(name)) isNumeric = true;
      if (TEXTUAL.test(name)) isText = true;
      if (BECOMES.test(name)) becomes = true;
      for (const argument of each.arguments) {
        const given = unwrap(argument);
        if (
          given.type === 'ObjectExpression' &&
          /^(?:Number|Integer|Numeric|BigInt|isInt|isNumeric|isFloat|toInt)$/i.test(name)
        ) {
          const bound = boundOfJson(given, true);
          if (bound === 'bounded') isBounded = true;
          if (bound === 'unknown') unknown = true;
        }
        if (given.type !== 'Identifier' && given.type !== 'MemberExpression') continue;
        const inner = follow(given);
        if (isFunction(inner) && mentionsClamp(inner)) isBounded = true;
        else if (inner.type === 'CallExpression') {
          const bound = boundOfField(inner, hops + 1);
          if (bound === 'bounded') isBounded = true;
          if (bound === 'unbounded') isNumeric = true;
        } else if (
          BECOMES.test(name) &&
          given.type === 'Identifier' &&
          !isFunction(inner) &&
          !/^(?:Number|parseInt|parseFloat|Int)$/.test(given.name)
        )
          unknown = true;
      }
    }
    return undefined;
  });
  // The chain may begin with a schema of a name: `positiveInt.optional()`.
  let root: Node = value;
  while (root.type === 'CallExpression' || root.type === 'MemberExpression')
    root = unwrap(root.type === 'CallExpression' ? root.callee : root.object);
  if (root.type === 'Identifier') {
    const start = follow(root);
    if (start.type === 'CallExpression' && !isBounded) {
      const bound = boundOfField(start, hops + 1);
      if (bound === 'bounded') isBounded = true;
      else if (bound === 'unbounded') isNumeric = true;
      else if (!isNumeric) unknown = true;
    }
  }
  if (isBounded) return 'bounded';
  if (unknown) return 'unknown';
  return isNumeric || (isText && becomes) ? 'unbounded' : 'unknown';
}

/** `array(z.number()).max(9)` bounds the list, not the number; everything else in the chain counts. */
const isReached = (call: TSESTree.CallExpression, whole: Node): boolean => {
  for (let up: Node | undefined = call.parent; up && up !== whole.parent; up = up.parent)
    if (up.type === 'Property' && keyName(up.key, up.computed) === 'description') return false;
  return true;
};

const CLAMP = /\bMath\.min\s*\(|\bclamp\w*\s*\(|\b_\.clamp\b/;
/** Whether a function's text caps a number. */
export const mentionsClamp = (fn: Node): boolean => CLAMP.test(sourceText(fn));

/** JSON schema's `{ type: 'integer', minimum: 1 }`; with `isNumber` the options of TypeBox's `Type.Integer({ … })`. */
function boundOfJson(object: TSESTree.ObjectExpression, isNumber = false): FieldBound {
  let isNumeric = isNumber;
  for (const property of object.properties) {
    if (property.type !== 'Property') return 'unknown';
    const name = keyName(property.key, property.computed);
    if (name === null) return 'unknown';
    if (UPPER_KEY.test(name)) return 'bounded';
    if (name === 'type') {
      const type = unwrap(property.value);
      const types = type.type === 'ArrayExpression' ? type.elements : [type];
      isNumeric ||= types.some((each) => each && /^(?:number|integer|string)$/.test(literalText(each) ?? ''));
    }
  }
  return isNumeric ? 'unbounded' : 'unknown';
}

/** Decorators of class-validator and its friends that leave a number as big as it is. */
const HARMLESS =
  /^(?:IsInt|IsNumber|IsOptional|IsPositive|IsNumberString|Min|Type|ApiProperty|ApiPropertyOptional|ApiQuery|Field|Expose|IsDefined|IsNotEmpty|ToInt|Transform|IsNumeric|Allow|ToNumber|IsString|Optional|Default|InputType|Int)$/;

/** Whether the decorators of a DTO's property bound it. */
export function boundOfProperty(member: TSESTree.PropertyDefinition): FieldBound {
  const decorators = decoratorsOf(member);
  const annotation = member.typeAnnotation?.typeAnnotation;
  if (annotation?.type === 'TSUnionType' && annotation.types.some((each) => each.type === 'TSLiteralType'))
    return 'bounded';
  for (const decorator of decorators) {
    const name = decoratorName(decorator) ?? '';
    if (UPPER.test(name)) return 'bounded';
    const given = decoratorArguments(decorator);
    if (name === 'Transform' && given.some((each) => transformsDown(each))) return 'bounded';
    if (/^Api/.test(name)) continue;
    if (!HARMLESS.test(name)) return 'unknown';
  }
  // Nothing checks it at all: it may be an entity's, or a plain class.
  return decorators.length > 0 ? 'unbounded' : 'unknown';
}

function transformsDown(given: Node): boolean {
  const value = follow(given);
  if (!isFunction(value)) return true;
  if (mentionsClamp(value)) return true;
  // A helper of the project's may clamp.
  return allOf(value, ['CallExpression']).some((call) => {
    const fn = findCalled(call);
    return fn !== null && mentionsClamp(fn);
  });
}

/** The schema of a field in an object schema of any library, through `.extend`, `.merge`, `.partial` and JSON schema's `properties`. */
export function findField(node: Node, name: string, hops = 0): Node | null {
  if (hops > 10) return null;
  const schema = follow(node);
  if (schema.type === 'ObjectExpression') {
    let nested: Node | null = null;
    for (const property of schema.properties) {
      if (property.type !== 'Property') {
        nested ??= findField(property.argument, name, hops + 1);
        continue;
      }
      const key = keyName(property.key, property.computed);
      if (key === name) return property.value;
      if (/^(?:properties|allOf|schema|querystring|query|body|params)$/.test(key ?? ''))
        nested ??= findField(property.value, name, hops + 1);
    }
    return nested;
  }
  if (schema.type === 'ArrayExpression') {
    for (const each of schema.elements) {
      const inner = each && findField(each, name, hops + 1);
      if (inner) return inner;
    }
    return null;
  }
  if (schema.type === 'MemberExpression')
    return keyName(schema.property, schema.computed) === 'shape' ? findField(schema.object, name, hops + 1) : null;
  if (schema.type !== 'CallExpression') return null;
  // express-validator's `query('limit').isInt({ min: 1 })`.
  if (isCheckOf(schema, name)) return schema;
  // `.omit({ limit: true })` takes it away.
  for (const argument of calleeName(schema) === 'omit' || calleeName(schema) === 'pick' ? [] : schema.arguments) {
    const inner = isFunction(follow(argument)) ? null : findField(argument, name, hops + 1);
    if (inner) return inner;
  }
  const fn = findCalled(schema);
  const returned = fn ? allReturns(fn) : [];
  if (returned.length === 1) return findField(returned[0]!, name, hops + 1);
  const receiver = receiverOf(schema);
  return receiver && findField(receiver, name, hops + 1);
}

/** The property of a DTO class, inherited ones included. */
export function findProperty(owner: ClassNode, name: string, hops = 0): TSESTree.PropertyDefinition | null {
  for (const member of owner.body.body)
    if (member.type === 'PropertyDefinition' && keyName(member.key, member.computed) === name) return member;
  if (!owner.superClass || hops > 6) return null;
  const parents =
    unwrap(owner.superClass).type === 'CallExpression'
      ? (unwrap(owner.superClass) as TSESTree.CallExpression).arguments
      : [owner.superClass];
  for (const parent of parents) {
    const entity = denote(parent);
    const found = entity?.kind === 'class' ? findProperty(entity.node, name, hops + 1) : null;
    if (found) return found;
  }
  return null;
}

/** Whether a chain begins with `query('name')`. */
function isCheckOf(chain: TSESTree.CallExpression, name: string): boolean {
  let current = chain;
  for (;;) {
    const callee = unwrap(current.callee);
    const inner = callee.type === 'MemberExpression' ? unwrap(callee.object) : null;
    if (inner?.type !== 'CallExpression') break;
    current = inner;
  }
  const [given] = current.arguments;
  return (
    current.callee.type === 'Identifier' &&
    /^(?:query|check|body|param)$/.test(current.callee.name) &&
    given !== undefined &&
    literalText(given) === name
  );
}
