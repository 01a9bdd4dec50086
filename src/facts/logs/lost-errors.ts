import { fileOf, sourceText } from '../../model/file.js';
import type { LogCall } from '../../model/log.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  closest,
  isFunction,
  isInside,
  keyName,
  literalText,
  outward,
  unwrap,
} from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { follow } from '../values.js';
import { isText, logAt } from './calls.js';
import { heldErrorAt, usesOf, type ErrorUse, type HeldError } from './errors.js';

/** A log call that loses the error that it has in hand. */
export interface LostError {
  readonly log: LogCall;
  readonly error: HeldError;
  /**
   * `text`: its message alone is logged. `ignored`: it stands where the logger reads nothing. `key`: it stands under a key
   * that the logger does not serialize. `dropped`: it is not logged at all, nor handed on.
   */
  readonly how: 'text' | 'ignored' | 'key' | 'dropped';
  readonly node: Node;
  /** The property that holds it, for `key` and for texts among fields. */
  readonly property: TSESTree.Property | null;
}

const FIELDS_FIRST: ReadonlySet<string | null> = new Set(['pino', 'nestjs-pino', 'hono-pino']);

/** How a log call loses the error in hand, or null where it doesn't. */
export function lostErrorOf(log: LogCall): LostError | null {
  const error = heldErrorAt(log.call);
  if (!error) return null;
  const uses = log.call.arguments.flatMap((argument) =>
    usesOf(error, log.call).filter(({ id }) => isInside(id, argument)),
  );
  const whole = uses.filter(({ how }) => how === 'whole');
  if (whole.length > 0) return misplaced(log, error, whole);
  const text = uses.find(({ how }) => how === 'text');
  if (text)
    return isLostText(log, error) && !isChosen(log, text.node, error) && !takesNoError(log)
      ? { log, error, how: 'text', node: text.node, property: propertyAt(text.node) }
      : null;
  return uses.length === 0 && isDropped(log, error)
    ? { log, error, how: 'dropped', node: log.call, property: null }
    : null;
}

/** An error that is handed over where pino and bunyan don't look. */
function misplaced(log: LogCall, error: HeldError, whole: readonly ErrorUse[]): LostError | null {
  const fields = fieldsOf(log);
  if (!fields) return null;
  if (fields.isAfterText) {
    const [first, second] = log.values;
    // A placeholder prints it, though without its stack; the author chose so.
    if (!first || !second || /%[a-zA-Z]/.test(textOf(first))) return null;
    const isOnly =
      whole.every(({ id }) => isInside(id, second)) && whole.every(({ node }) => node.type === 'Identifier');
    return isOnly ? { log, error, how: 'ignored', node: second, property: null } : null;
  }
  const properties = whole.map(({ node }) => propertyAt(node));
  const property = properties[0];
  if (!property || properties.length > 1 || keyName(property.key, property.computed) !== 'error') return null;
  if (unwrap(property.value).type !== 'Identifier' || property.parent !== unwrap(fields.node)) return null;
  return isSerialized(log) ? null : { log, error, how: 'key', node: property, property };
}

/** Where a pino logger gets its fields from: the first argument, or what a function of the project puts there. */
function fieldsOf(log: LogCall): { node: Node; isAfterText: boolean } | null {
  if (log.wrapper) {
    const { inner, fn } = log.wrapper;
    const first = inner.values[0];
    if (!FIELDS_FIRST.has(inner.library) || inner.form !== 'fields-first' || first?.type !== 'Identifier') return null;
    const index = fn.params.findIndex(
      (each) =>
        (each.type === 'AssignmentPattern' ? each.left : each).type === 'Identifier' && nameOf(each) === first.name,
    );
    const given = index < 0 ? undefined : log.call.arguments[index];
    return given ? { node: given, isAfterText: false } : null;
  }
  if (
    log.form !== 'fields-first' ||
    log.proof === 'name' ||
    (!FIELDS_FIRST.has(log.library) && log.library !== 'bunyan')
  )
    return null;
  const [first] = log.values;
  return first ? { node: first, isAfterText: isText(first) } : null;
}

const nameOf = (parameter: Node): string | null => {
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  return target.type === 'Identifier' ? target.name : null;
};

const textOf = (node: Node): string => literalText(unwrap(node)) ?? sourceText(node);

/** Whether the logger was told how to write an error under `error`. */
function isSerialized(log: LogCall): boolean {
  const logger = log.wrapper ? log.wrapper.inner.logger : log.logger;
  const at = logger?.at;
  const pattern = /\berrorKey\b|\blogMethod\b|\bformatters\b|\berror\s*[:,(]/;
  if (at && (at.type === 'CallExpression' || at.type === 'NewExpression') && at.arguments.length > 0) {
    const texts = at.arguments.map((each) => [each, follow(each)].map((part) => sourceText(part)).join(' '));
    if (texts.some((text) => pattern.test(text) || /serializers\s*[,:]\s*(?!\{)|\.\.\.(?!\()/.test(text))) return true;
    if (at.type === 'CallExpression' && log.library !== 'nestjs-pino') return false;
  } else if (at && log.library === 'pino' && at.type === 'CallExpression') return false;
  const file = fileOf(log.call);
  return file.memo(mentionsSerializer);
}

const mentionsSerializer = (file: ReturnType<typeof fileOf>): boolean =>
  file.project.filesMentioning(file.path, /\berrorKey\b|\blogMethod\b|serializers\s*:/).length > 0;

function propertyAt(node: Node): TSESTree.Property | null {
  let current = node;
  while (current.parent && unwrap(current.parent) !== current.parent) current = current.parent;
  const { parent } = current;
  return parent?.type === 'Property' && parent.value === current && parent.parent.type === 'ObjectExpression'
    ? parent
    : null;
}

/**
 * The text is wanted: `logger.error('…', { errorMessage: err.message })` says so by the field's name. In a line that is
 * no alarm any field does, and any text where the code answers for the failure or only tidies up.
 */
function isChosen({ level, message }: LogCall, node: Node, { body }: HeldError): boolean {
  const isMinor = level !== 'error' && level !== 'fatal';
  const property = propertyAt(node);
  if (isMinor && (property !== null || isAnswered(body) || isOfTidying(message))) return true;
  return property !== null && TEXT_FIELD.test(keyName(property.key, property.computed) ?? '');
}

/** `could not close the connection`: what fails there has been used already. */
const isOfTidying = (message: Node | null): boolean => message !== null && TIDIES.test(sourceText(message));

const TIDIES =
  /\b(?:clos(?:e|ing)|destroy(?:ing)?|cancel(?:l?ing)?|clean(?:ing)?[ -]?up|disconnect(?:ing)?|releas(?:e|ing)|unregister|heartbeat|keep-?alive|remov(?:e|ing))\b/i;

/** The failure is an answer of its own: `return null`, `throw new Refused(…)`; not a call, which may send a 500. */
const isAnswered = (body: Node): boolean =>
  allOf(body, ['ReturnStatement', 'ThrowStatement'], { own: true }).some(
    ({ argument }) => argument !== null && /^(?:Literal|\w+Expression)$/.test(argument.type) && !isCall(argument),
  );

const isCall = (node: Node): boolean => /^(?:Call|Await|Chain)Expression$/.test(unwrap(node).type);

const TEXT_FIELD = /^(?:err|error|failure|exception)_?(?:message|msg|text)$|^reason$/i;

/** `notify({ message: `… ${err}`, channel })`: a function whose fields are named one by one, and none takes an error. */
function takesNoError({ wrapper, call }: LogCall): boolean {
  const [only] = wrapper?.fn.params ?? [];
  if (only?.type !== 'ObjectPattern' || wrapper?.fn.params.length !== 1 || call.arguments.length !== 1) return false;
  return only.properties.every(
    (each) =>
      each.type === 'Property' &&
      !/err|cause|exception|stack|meta|extra|context|data|detail|fields/i.test(
        keyName(each.key, each.computed) ?? 'err',
      ),
  );
}

/** Whether nothing else in the same place logs, throws or hands on the whole error. */
function isLostText(log: LogCall, error: HeldError): boolean {
  const isMinor = log.level !== 'error' && log.level !== 'fatal';
  // An expected error, an attempt that will be made again: who gets the error in the end logs it. A line on the console
  // before the throw is no record, the boundary's is.
  if (isThrown(error) && (isMinor || log.library === 'console')) return false;
  if ((isMinor && isNarrowed(log, error)) || isNoError(log.call, error)) return false;
  if (endsProcess(log.call)) return false;
  if (isOfText(error)) return false;
  return !usesOf(error, error.body).some(
    ({ id, how }) => how === 'whole' && !isInside(id, log.call) && (isHandedOn(id) || isLogged(id, log)),
  );
}

/** Where a text is only taken apart, the message says all there is: where it stopped. */
function isOfText({ body }: HeldError): boolean {
  const clause = body.parent;
  if (clause?.type !== 'CatchClause') return false;
  const calls = allOf(clause.parent.block, ['CallExpression', 'NewExpression', 'ThrowStatement']);
  return (
    calls.length > 0 &&
    calls.every(
      (call) =>
        call.type !== 'ThrowStatement' &&
        [TAKEN_APART, TEXT_METHOD, LOOKED_FOR].some((names) => names.test(calleeName(call) ?? '')),
    )
  );
}

/** `new URL(text)`, `new RegExp(text)`: that it is none is all that can be said. */
function isOfForm({ body }: HeldError): boolean {
  if (body.parent?.type !== 'CatchClause') return false;
  const { block } = body.parent.parent;
  if (allOf(block, ['AwaitExpression']).length > 0) return false;
  const names = allOf(block, ['CallExpression', 'NewExpression']).map((call) => calleeName(call) ?? '');
  return names.every((name) => FORM.test(name) || TEXT_METHOD.test(name));
}

const FORM = /^(?:URL|RegExp)$/;
const TEXT_METHOD =
  /^(?:trim|toString|split|join|slice|filter|map|at|pop|shift|startsWith|endsWith|includes|indexOf|replace|replaceAll|match|test|toLowerCase|toUpperCase|Boolean|String|Number|isArray)$/;
const TAKEN_APART = /^(?:parse\w*|safeParse|fromJson|decode\w*|atob|URL|RegExp|entries|keys|fromEntries)$/;
/** Whether a file or a package is there: that it isn't is all that can be said. */
const LOOKED_FOR = /^(?:require|access|accessSync|stat|statSync|lstat|join|resolve)$/;

/** A line for who starts the program, which ends with it. */
const endsProcess = (call: Node): boolean => {
  const block = closest(call, 'BlockStatement');
  return block !== null && /\bprocess\.(?:exit\(|exitCode\s*=)/.test(sourceText(block));
};

/** Where the stack is wanted, another line has it: `if (isDebug) logger.error(err)`, `console.log(err.stack)`. */
function isLogged(id: Node, log: LogCall): boolean {
  const call = outward(id.parent?.type === 'MemberExpression' ? id.parent : id);
  const other = call?.type === 'CallExpression' ? logAt(call) : null;
  if (!other) return false;
  if (other.library === 'console' && log.library !== 'console') return true;
  const condition = closest(other.call, 'IfStatement');
  return condition !== null && /debug|verbose|trace|\bdev/i.test(sourceText(condition.test));
}

/** `throw err` */
const isThrown = (error: HeldError): boolean =>
  error.variable.references.some(({ identifier }) => outward(identifier)?.type === 'ThrowStatement');

/** Given to a function that doesn't log it, thrown inside another error, returned, or kept. */
function isHandedOn(id: Node): boolean {
  for (let up = id.parent; up; up = up.parent) {
    if (up.type === 'CallExpression') return logAt(up) === null;
    if (up.type === 'NewExpression' || up.type === 'ReturnStatement') return true;
    if (up.type === 'AssignmentExpression') return true;
    if (/Statement$|Declaration$/.test(up.type)) return false;
  }
  return false;
}

/** Whether the call stands under a test of what kind of error it is: one that the code expects. */
function isNarrowed({ call }: LogCall, error: HeldError): boolean {
  for (
    let up: Node | undefined = call.parent, below: Node = call;
    up && up !== error.body.parent;
    below = up, up = up.parent
  )
    if ((up.type === 'IfStatement' && up.test !== below) || up.type === 'SwitchCase' || up.type === 'SwitchStatement') {
      const test = up.type === 'IfStatement' ? up.test : up.type === 'SwitchStatement' ? up.discriminant : null;
      if (test && isSpecific(test, error)) return true;
    }
  return false;
}

/** `err.code === 'ENOENT'`, `err instanceof NotFoundError`, `isTimeout(err)`; not `if (err)` or `err instanceof Error`. */
function isSpecific(test: Node, error: HeldError): boolean {
  const text = sourceText(test);
  if (!allOf(test, ['Identifier']).some(({ name }) => name === error.name)) return false;
  return !new RegExp(`^!*${error.name}(?:\\s*(?:!==?|===?)\\s*(?:null|undefined)|\\s+instanceof\\s+Error)?$`).test(
    text.trim(),
  );
}

/** `if (typeof reason === 'string')`: a text was thrown, which has no stack. */
function isNoError(call: Node, error: HeldError): boolean {
  const block = closest(call, 'IfStatement');
  return block !== null && isInside(call, block.consequent) && sourceText(block.test).includes(`typeof ${error.name}`);
}

/** Whether a call that says nothing of the error is all that becomes of it. */
function isDropped(log: LogCall, error: HeldError): boolean {
  if (log.level === 'debug' || log.level === 'trace' || !isFixed(log)) return false;
  if (isOfText(error) && (/^(?:warn|info|log|notice)/.test(log.level) || isOfForm(error))) return false;
  if (endsProcess(log.call) || /^_?ignore/i.test(error.name) || isSaid(log, error)) return false;
  if (runsLater(log.call, error) || isNarrowed(log, error)) return false;
  if (!error.isCertain && !isUnderTest(log.call, error)) return false;
  return usesOf(error, error.body).every(({ how }) => how === 'test');
}

/** `new URL(id)` among other things, and a line that says `invalid id`: what was wrong is said. */
function isSaid({ message }: LogCall, { body }: HeldError): boolean {
  if (body.parent?.type !== 'CatchClause' || !message || !MALFORMED.test(sourceText(message))) return false;
  return allOf(body.parent.parent.block, ['CallExpression', 'NewExpression']).some((call) => {
    const name = calleeName(call) ?? '';
    return FORM.test(name) || TAKEN_APART.test(name);
  });
}

const MALFORMED = /\b(?:invalid|malformed|not (?:an? )?valid|(?:not|unable to|failed to) (?:be )?parsed?)\b/i;

/** The call stands in a function inside, which runs when it is called. */
function runsLater(call: Node, error: HeldError): boolean {
  for (let up = call.parent; up && up !== error.body; up = up.parent) if (isFunction(up)) return true;
  return false;
}

/** `if (err) …` */
function isUnderTest(call: Node, error: HeldError): boolean {
  for (let up: Node | undefined = call.parent, below = call; up && up !== error.body; below = up, up = up.parent)
    if (up.type === 'IfStatement' && up.consequent === below && isInTest(up.test, error)) return true;
  return false;
}

const isInTest = (test: Node, error: HeldError): boolean =>
  usesOf(error, test).length > 0 && test.type !== 'UnaryExpression';

/** A sentence, with or without values; what logs an object alone says something else. */
const isFixed = ({ values }: LogCall): boolean => values.some((value) => isText(value));
