import type { TSESTree } from '@typescript-eslint/utils';

import type { FunctionNode, Node } from '../syntax/ast.js';
import { calleeName, keyName, memberName, outward, receiverOf, unwrap, unwrapAwait } from '../syntax/nodes.js';
import { getBinding, type Binding } from './bindings.js';
import type { Judging } from './closed.js';
import { isClosedElement } from './closed-lists.js';
import { isSafePattern } from './patterns.js';
import { follow } from './values.js';

/**
 * Values that a validation schema lets through: `z.enum([…])`, `z.coerce.number()`, `z.uuid()`, `Joi.valid(…)`,
 * `yup.oneOf(…)`, `v.picklist(…)`, and fields of object schemas.
 */
const CLOSED_SCHEMAS =
  /^(?:enum|enums|nativeEnum|literal|number|numeric|int|int32|bigint|boolean|stringbool|uuid|uuidv4|uuidv7|guid|cuid2?|ulid|nanoid|picklist|enum_|integer|valid|equal|oneOf|iso|isoDate)$/i;
/** Links of a schema that let no other values through. */
const NEUTRAL =
  /^(?:optional|nullable|nullish|default|catch|min|max|gt|gte|lt|lte|int|positive|nonnegative|negative|finite|safe|multipleOf|describe|brand|readonly|required|notRequired|refine|superRefine|coerce|defined|label|error|meta|prefault|nonoptional|strict|unwrap)$/;
const OBJECTS =
  /^(?:object|type|partial|composite|intersect|strictObject|looseObject|partial|extend|safeExtend|merge|passthrough|strict|strip|required|pick|omit|keys|shape|refine|superRefine|optional|default|and|intersection)$/i;

/** Wrappers that take the schema as an argument: valibot's `optional(schema)`, TypeBox's `t.Optional(schema)`. */
const WRAPPERS = /^(?:optional|nullable|nullish|exactOptional|defaulted|readonly|maybeEmpty)$/i;
/** arktype: `"'asc'|'desc'"`, `'number.integer'`. */
const CLOSED_TEXT =
  /^(?:'[^']*'|"[^"]*"|number(?:\.\w+)*|bigint|boolean|string\.uuid(?:\.\w+)?|string\.date\.iso|null|undefined)$/;

/** Whether a schema lets only listed values, numbers and harmless text through. */
export function isClosedSchema(node: Node, at: Judging): boolean {
  const schema = follow(node);
  if (schema.type === 'Literal' && typeof schema.value === 'string')
    return schema.value.split('|').every((each) => CLOSED_TEXT.test(each.trim()));
  if (schema.type !== 'CallExpression') return false;
  const name = calleeName(schema) ?? '';
  const [inner] = schema.arguments;
  if (WRAPPERS.test(name) && inner && inner.type !== 'SpreadElement') return isClosedSchema(inner, at);
  if (name === 'regex' || name === 'matches' || name === 'pattern') {
    const [pattern] = schema.arguments;
    return pattern !== undefined && isSafePattern(pattern);
  }
  if (/^(?:union|pipe)$/i.test(name))
    return schema.arguments.some((each) =>
      each.type === 'ArrayExpression'
        ? each.elements.every((element) => element !== null && isClosedSchema(element, at))
        : isClosedSchema(each, at),
    );
  if (name === 'enum' || name === 'picklist' || name === 'oneOf') {
    const [list] = schema.arguments;
    const value = list && follow(list);
    return value !== undefined && (value.type !== 'ArrayExpression' || isClosedElement(list!, [], at));
  }
  if (CLOSED_SCHEMAS.test(name)) return true;
  const receiver = receiverOf(schema);
  return receiver !== null && NEUTRAL.test(name) && isClosedSchema(receiver, at);
}

/** The schema of a field of an object schema, through `.extend({…})`, `.partial()` and the like. */
export function fieldOf(node: Node, name: string, hops = 0): Node | null {
  const schema = follow(node);
  if (schema.type !== 'CallExpression' || hops > 10) return null;
  if (!OBJECTS.test(calleeName(schema) ?? '')) return null;
  for (const argument of schema.arguments) {
    const shape = follow(argument);
    if (shape.type === 'ObjectExpression') {
      for (const property of shape.properties)
        if (property.type === 'Property' && keyName(property.key, property.computed) === name) return property.value;
    } else if (shape.type === 'CallExpression') {
      const inner = fieldOf(shape, name, hops + 1);
      if (inner) return inner;
    }
  }
  const receiver = receiverOf(schema);
  return receiver && fieldOf(receiver, name, hops + 1);
}

const MOST_LINKS = 25;

/** The schema of what stands at a step into a value: a property's, or that of a list's elements. */
export function partOf(schema: Node, step: string): Node | null {
  if (/^(?:\*\*?|\?|\d+)$/.test(step)) return elementOf(schema);
  return /^[\w$]+$/.test(step) ? fieldOf(schema, step) : null;
}

/** The schema of a list's elements: `z.array(inner).min(1)`, `inner.array()`. */
function elementOf(schema: Node): Node | null {
  let link: Node = follow(schema);
  for (let i = 0; link.type === 'CallExpression' && i < MOST_LINKS; i++) {
    const receiver = receiverOf(link);
    const [first] = link.arguments;
    if (calleeName(link) === 'array') return first?.type === 'SpreadElement' ? null : (first ?? receiver);
    if (!receiver) return null;
    link = follow(receiver);
  }
  return null;
}

const PARSERS =
  /^(?:parse|parseAsync|safeParse|safeParseAsync|validateSync|validate|validateAsync|attempt|cast|decode|create|assert|mask)$/;

/** The schema whose output an expression is, or null. */
export function schemaOf(node: Node, hops = 0): Node | null {
  if (hops > 8) return null;
  const value = unwrapAwait(node);
  switch (value.type) {
    case 'CallExpression': {
      const receiver = receiverOf(value);
      const name = calleeName(value) ?? '';
      if (name === 'valid' && value.arguments[0]?.type === 'Literal')
        return validatorOf(value, String(value.arguments[0].value));
      if (/^(?:readValidatedBody|getValidatedQuery|getValidatedRouterParams)$/.test(name))
        return value.arguments[1] ? handedSchema(value.arguments[1]) : null;
      if (!receiver || !PARSERS.test(name)) return null;
      // `v.parse(Schema, input)` and `Joi.attempt(input, Schema)` name the schema as an argument.
      const schemas = [receiver, ...value.arguments].filter((each) => looksLikeSchema(each));
      return schemas[0] ?? null;
    }
    case 'Identifier': {
      const binding = getBinding(value);
      if (binding.kind === 'parameter') return inputSchema(binding);
      if (binding.kind !== 'value' || !binding.init) return null;
      if (binding.path.length === 0) return binding.constant ? schemaOf(binding.init, hops + 1) : null;
      // `const { data } = schema.safeParse(x)`, `const { value } = schema.validate(x)`.
      const [name, ...rest] = binding.path;
      return rest.length === 0 && (name === 'data' || name === 'value') ? schemaOf(binding.init, hops + 1) : null;
    }
    case 'MemberExpression': {
      const name = memberName(value);
      const schema = schemaOf(value.object, hops + 1);
      if (!schema) return null;
      return name === 'data' || name === 'value' || name === 'output'
        ? (fieldOf(schema, name) ?? schema)
        : name === null
          ? null
          : fieldOf(schema, name);
    }
    default:
      return null;
  }
}

/** h3's `readValidatedBody(event, schema.parse)`, `(event, schema)` and `(event, (body) => schema.parse(body))`. */
function handedSchema(node: Node): Node | null {
  const value = unwrap(node);
  if (value.type === 'MemberExpression') return PARSERS.test(memberName(value) ?? '') ? value.object : null;
  return value.type === 'ArrowFunctionExpression' ? schemaOf(value.body) : looksLikeSchema(value) ? value : null;
}

const looksLikeSchema = (node: Node): boolean => {
  const value = follow(node);
  return (
    value.type === 'CallExpression' &&
    isSchemaLibrary(rootOf(value)) &&
    (CLOSED_SCHEMAS.test(calleeName(value) ?? '') ||
      OBJECTS.test(calleeName(value) ?? '') ||
      NEUTRAL.test(calleeName(value) ?? '') ||
      /^(?:string|regex|pipe|union|unknown|options|prefs|noUnknown)$/.test(calleeName(value) ?? ''))
  );
};

function rootOf(node: Node): Node {
  let current = unwrap(node);
  while (current.type === 'CallExpression' || current.type === 'MemberExpression')
    current = unwrap(current.type === 'CallExpression' ? current.callee : current.object);
  return current;
}

const SCHEMA_MODULES =
  /^(?:zod|valibot|yup|joi|superstruct|myzod|runtypes|io-ts|@hapi\/joi|@hono\/zod-openapi|@sinclair\/typebox|typebox|celebrate)(?:\/|$)/;

/** By the name that everybody gives it, or by where it is imported from: `import { object, string } from 'valibot'`. */
function isSchemaLibrary(root: Node, hops = 0): boolean {
  if (root.type !== 'Identifier' || hops > 3) return false;
  if (/^(?:z|zod|v|Joi|joi|yup|Yup|t|s|S|Type|[a-z]\w*Schema)$/.test(root.name)) return true;
  const binding = getBinding(root);
  if (binding.kind === 'value') return binding.init !== null && isSchemaLibrary(rootOf(binding.init), hops + 1);
  return binding.kind === 'import' && SCHEMA_MODULES.test(binding.specifier);
}

/** Hono's `c.req.valid('query')`: the schema of the validator among the route's handlers. */
function validatorOf(call: TSESTree.CallExpression, target: string): Node | null {
  for (let up = call.parent as Node | undefined; up; up = up.parent) {
    if (up.type !== 'CallExpression') continue;
    for (const argument of up.arguments) {
      const validator = unwrap(argument);
      if (validator.type !== 'CallExpression' || !/validator$/i.test(calleeName(validator) ?? '')) continue;
      const [first, schema] = validator.arguments;
      if (first?.type === 'Literal' && first.value === target && schema) return schema;
    }
  }
  return null;
}

/** tRPC's `.input(Schema).query(({ input }) => …)`, and the like. */
export function inputOf(fn: FunctionNode): Node | null {
  const call = outward(fn);
  if (call?.type !== 'CallExpression') return null;
  for (let receiver = receiverOf(call); receiver;) {
    const link = unwrap(receiver);
    if (link.type !== 'CallExpression') return null;
    if (/^(?:input|inputSchema|schema|validator|inputValidator)$/.test(calleeName(link) ?? '') && link.arguments[0])
      return link.arguments[0];
    receiver = receiverOf(link);
  }
  return null;
}

const INPUTS = /^(?:input|parsedInput|data)$/;

/** The schema of what a procedure's parameter, or the part of it that a pattern takes, was let through by. */
export function inputSchema(binding: Extract<Binding, { kind: 'parameter' }>): Node | null {
  const [name, ...rest] = binding.path;
  if (name === undefined || !INPUTS.test(name)) return null;
  let schema = inputOf(binding.fn);
  for (const step of rest) schema = schema && partOf(schema, step);
  return schema;
}

/** Whether a procedure's parameter, or the part of it that a pattern takes, is closed by the procedure's schema. */
export function isClosedInput(binding: Extract<Binding, { kind: 'parameter' }>): boolean {
  const schema = inputSchema(binding);
  return schema !== null && isClosedSchema(schema, NOTHING);
}

const NOTHING: Judging = { frame: new Map(), open: new Set() };

/** Whether a call is a parse by a closed schema: `Sort.parse(input)`. */
export function isClosedParse(call: TSESTree.CallExpression, at: Judging): boolean {
  const schema = schemaOf(call);
  return schema !== null && isClosedSchema(schema, at);
}

/** Whether a property of a parsed value is closed by its schema. */
export function isClosedSchemaValue(object: Node, name: string, at: Judging): boolean {
  const schema = schemaOf(object);
  if (!schema) return false;
  const field = fieldOf(schema, name) ?? (name === 'data' || name === 'value' ? schema : null);
  return field !== null && isClosedSchema(field, at);
}
