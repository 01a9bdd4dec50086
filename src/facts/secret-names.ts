import { secretNameKind, type SecretNameKind } from '../libraries/secrets/index.js';
import type { BackendFile } from '../model/file.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { keyName, literalText, outward, receiverOf, unwrap } from '../syntax/nodes.js';
import { isRefused } from './secret-fallbacks.js';
import { namePathOf, namesOf } from './secret-paths.js';
import { textOf } from './values.js';

/** An expression that is given to a secret's name. */
export interface NamedSink {
  readonly value: Node;
  /** From the outside in; the last is the name itself. */
  readonly names: readonly string[];
  readonly kind: SecretNameKind;
  /** The value of an HTTP header. */
  readonly isHeader: boolean;
  /** The value is only compared with what has the name. */
  readonly isCompared?: true;
}

/** Words that a secret's name has; all other names cost one regular expression. */
const SECRET_WORD = /pass|pwd|pw$|secret|token|key|auth|cred|jwt|pat$|bearer|pepper/i;
const HEADER_SETTER = new Set(['set', 'setHeader', 'append', 'header', 'setRequestHeader', 'appendHeader']);
/** Objects that show what a secret looks like, stand in for one, or are settings of the tests. */
const SAMPLE_OWNER =
  /^(?:examples?|samples?|mocks?|fixtures?|dummy|stubs?|tests?|testing)$|(?:Example|Sample|Mock|Fixture|Stub)s?$/;
/** `TEST_USER_PASSWORD`, `mockApiKey`: helpers of tests that stand beside the sources. */
const SAMPLE_NAME =
  /^(?:test|e2e|mock|fake|dummy|example|sample|stub)(?=[A-Z_-])|^(?:TEST|E2E|MOCK|FAKE|DUMMY|EXAMPLE|SAMPLE|STUB)_/;

const kinds = new Map<string, SecretNameKind | null>();

/** What kind of secret a name promises; names repeat, so the answer is kept. */
function kindOf(name: string): SecretNameKind | null {
  if (!SECRET_WORD.test(name)) return null;
  let kind = kinds.get(name);
  if (kind === undefined) {
    if (kinds.size > 20_000) kinds.clear();
    kinds.set(name, (kind = secretNameKind(name)));
  }
  return kind;
}

/** Every expression of the file that is given to a secret's name. */
export function allNamedSinks(file: BackendFile): NamedSink[] {
  const sinks: NamedSink[] = [];
  const add = (value: Node | null | undefined, names: readonly string[], header = false): void => {
    const name = names.at(-1);
    const kind = value && name !== undefined ? kindOf(name) : null;
    if (!value || kind === null || !mayHoldText(value) || SAMPLE_NAME.test(name!)) return;
    if (names.some((owner) => SAMPLE_OWNER.test(owner))) return;
    const isHeader = header || isHeaderName(name!);
    if (!isHeader && secretNameKind(names.join('.')) === null) return;
    sinks.push({ value, names, kind, isHeader });
  };
  const { index } = file;
  for (const { id, init } of index.declarators) if (id.type === 'Identifier') add(init, [id.name]);
  for (const { left, right } of index.assignments) {
    const names = namesOf(left);
    if (names.length > 0) add(right, names);
  }
  for (const object of index.objects)
    for (const property of object.properties) {
      const name = property.type === 'Property' && !property.method ? keyName(property.key, property.computed) : null;
      if (name !== null && kindOf(name) !== null && property.type === 'Property')
        add(property.value, namesOfProperty(property, name));
    }
  for (const owner of index.classes)
    for (const member of owner.body.body)
      if (member.type === 'PropertyDefinition' && member.value)
        add(member.value, [...(owner.id ? [owner.id.name] : []), keyName(member.key, member.computed) ?? '']);
  for (const fn of index.functions) for (const parameter of fn.params) addDefaults(parameter, add);
  addHeaderCalls(file, add);
  sinks.push(...allInStrings(file));
  return sinks;
}

/** A name is enough where something else than a plain value stands: these can't be texts. */
function mayHoldText(node: Node): boolean {
  const { type } = unwrap(node);
  return !/Function|^ObjectExpression$|^NewExpression$|^ClassExpression$|^ThisExpression$|^UnaryExpression$/.test(type);
}

const isHeaderName = (name: string): boolean => name.includes('-') || /^authorization$/i.test(name);

/** A property's name with the names round its object. */
function namesOfProperty(property: TSESTree.Property, name: string): readonly string[] {
  const { names } = namePathOf(property.value);
  return names.length > 0 ? names : [name];
}

/** Defaults of a parameter, inside its pattern too. */
function addDefaults(parameter: Node, add: (value: Node, names: readonly string[]) => void): void {
  switch (parameter.type) {
    case 'TSParameterProperty':
      return addDefaults(parameter.parameter, add);
    case 'AssignmentPattern':
      if (parameter.left.type === 'Identifier') add(parameter.right, [parameter.left.name]);
      else addDefaults(parameter.left, add);
      return;
    case 'ObjectPattern':
      for (const property of parameter.properties) if (property.type === 'Property') addDefaults(property.value, add);
      return;
    default:
  }
}

/** `headers.set('Authorization', …)`, `xhr.setRequestHeader('x-api-key', …)`. */
function addHeaderCalls(
  file: BackendFile,
  add: (value: Node | undefined, names: readonly string[], header: boolean) => void,
): void {
  for (const setter of HEADER_SETTER)
    for (const call of file.index.calls.get(setter) ?? []) {
      const [first, second] = call.arguments;
      const name = first && second && receiverOf(call) ? literalText(unwrap(first)) : null;
      if (name !== null && isHeaderName(name)) add(second, [name], true);
    }
}

/** Where strings stand by themselves: JSX attributes, comparisons, `['Authorization', '…']`. */
function allInStrings(file: BackendFile): NamedSink[] {
  const sinks: NamedSink[] = [];
  for (const string of file.index.strings) {
    const parent = outward(string);
    if (parent?.type === 'JSXAttribute' && parent.name.type === 'JSXIdentifier') {
      const kind = kindOf(parent.name.name);
      if (kind) sinks.push({ value: string, names: [parent.name.name], kind, isHeader: false });
    } else if (parent?.type === 'ArrayExpression' && parent.elements.length === 2 && parent.elements[1] === string) {
      const name = parent.elements[0]!.type === 'SpreadElement' ? null : textOf(parent.elements[0]!);
      const kind = name !== null && isHeaderName(name) ? kindOf(name) : null;
      if (kind) sinks.push({ value: string, names: [name!], kind, isHeader: true });
    } else if (parent?.type === 'BinaryExpression' && /^[!=]==?$/.test(parent.operator) && !isRefused(parent)) {
      const names = namesOf(unwrap(parent.left) === string ? parent.right : parent.left);
      const kind = names.length > 0 ? kindOf(names.at(-1)!) : null;
      if (kind) sinks.push({ value: string, names, kind, isHeader: isHeaderName(names.at(-1)!), isCompared: true });
    }
  }
  return sinks;
}
