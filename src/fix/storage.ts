import type { TSESLint } from '@typescript-eslint/utils';

import { findVariable, getBinding } from '../facts/bindings.js';
import { denote } from '../facts/entities.js';
import { findAuthorizationProperty } from '../facts/token-reads.js';
import { fileOf } from '../model/file.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { isInside, keyName, memberName, outward, unwrap, wrapped } from '../syntax/nodes.js';
import { allOf } from '../syntax/walk.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | readonly TSESLint.RuleFix[] | null;

/** Takes out the statement that writes; null where something would be left empty or unused by that. */
export function findDroppedWrite(write: Node): Fix | null {
  const statement = statementOf(write);
  if (!statement || !isSpare(statement) || leavesUnused([statement])) return null;
  const range = wholeLines(statement);
  return (fixer) => fixer.removeRange(range);
}

function statementOf(write: Node): TSESTree.ExpressionStatement | null {
  let holder = outward(write);
  if (holder?.type === 'AwaitExpression') holder = outward(holder);
  if (holder?.type === 'UnaryExpression' && holder.operator === 'void') holder = outward(holder);
  return holder?.type === 'ExpressionStatement' ? holder : null;
}

/** Whether a statement stands in a block that still does something without it. */
function isSpare(statement: Node): boolean {
  const block = statement.parent;
  if (block?.type === 'Program') return block.body.length > 1;
  return block?.type === 'BlockStatement' && block.body.length > 1;
}

/** Whether a variable, import or parameter has no other reader than the code that goes. */
function leavesUnused(gone: readonly Node[]): boolean {
  return gone
    .flatMap((node) => allOf(node, ['Identifier']))
    .some((id) => {
      const variable = findVariable(id);
      if (!variable || variable.references.every(({ identifier }) => (identifier as Node) !== id)) return false;
      const declared = variable.defs[0]?.node as Node | undefined;
      if (declared && gone.some((node) => isInside(declared, node))) return false;
      return !variable.references.some(
        (reference) => reference.isRead() && !gone.some((node) => isInside(reference.identifier, node)),
      );
    });
}

/** The statement with its indentation and line end, so that no empty line is left. */
function wholeLines(statement: Node): [number, number] {
  const { text } = fileOf(statement);
  let [start, end] = statement.range;
  while (start > 0 && /[ \t]/.test(text[start - 1]!)) start--;
  const isOwnLine = start === 0 || text[start - 1] === '\n';
  let after = end;
  while (after < text.length && /[ \t\r]/.test(text[after]!)) after++;
  if (!isOwnLine || (after < text.length && text[after] !== '\n')) return [...statement.range];
  end = Math.min(after + 1, text.length);
  return [start, end];
}

interface Request {
  readonly options: TSESTree.ObjectExpression;
  /** What sends cookies along. */
  readonly code: { readonly name: string; readonly value: string };
}

/**
 * Where a token that was read goes into the Authorization header of one request, and nowhere else: the same request with
 * the cookie. Null where the header isn't written out in the request's own options.
 */
export function findCookieRequest(read: Node): { readonly code: string; readonly fix: Fix } | null {
  const declarator =
    outward(read)?.type === 'VariableDeclarator' ? (outward(read) as TSESTree.VariableDeclarator) : null;
  const use = declarator ? onlyUse(declarator) : read;
  const property = use && findAuthorizationProperty(use);
  const headers = property?.parent;
  const request = headers?.type === 'ObjectExpression' ? requestWith(headers) : null;
  if (!property || headers?.type !== 'ObjectExpression' || !request) return null;
  const declaration = declarator?.parent ?? null;
  const gone: Node[] = [property, ...(declaration ? [declaration] : [])];
  if (leavesUnused(gone)) return null;
  const code = `${request.code.name}: ${request.code.value}`;
  return {
    code,
    fix: (fixer) => [
      ...(declaration ? [fixer.removeRange(wholeLines(declaration))] : []),
      ...edits(fixer, property, headers, request, code),
    ],
  };
}

/** The one place where a variable declared by itself is read. */
function onlyUse(declarator: TSESTree.VariableDeclarator): Node | null {
  if (declarator.id.type !== 'Identifier' || declarator.parent.declarations.length !== 1) return null;
  const uses = findVariable(declarator.id)?.references.filter((reference) => reference.isRead()) ?? [];
  return uses.length === 1 ? uses[0]!.identifier : null;
}

/** The call whose options hold the headers: `fetch(url, { headers })`, `axios.get(url, { headers })`. */
function requestWith(headers: TSESTree.ObjectExpression): Request | null {
  const property = outward(headers);
  const options =
    property?.type === 'Property' && keyName(property.key, property.computed) === 'headers' ? property.parent : null;
  if (options?.type !== 'ObjectExpression') return null;
  const call = outward(options);
  if (call?.type !== 'CallExpression' || call.arguments.at(-1) !== wrapped(options)) return null;
  if (isFetch(call)) return { options, code: { name: 'credentials', value: "'include'" } };
  return isAxios(call) ? { options, code: { name: 'withCredentials', value: 'true' } } : null;
}

function isFetch(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier') return callee.name === 'fetch' && getBinding(callee).kind === 'global';
  return (
    callee.type === 'MemberExpression' &&
    memberName(callee) === 'fetch' &&
    callee.object.type === 'Identifier' &&
    /^(?:window|globalThis|self)$/.test(callee.object.name)
  );
}

/** `axios(…)`, `axios.get(…)`, or a method of what `axios.create()` gave. */
function isAxios(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const root = callee.type === 'MemberExpression' ? unwrap(callee.object) : callee;
  if (isFromAxios(root)) return true;
  if (root.type !== 'Identifier') return false;
  const binding = getBinding(root);
  const made = binding.kind === 'value' && binding.init ? unwrap(binding.init) : null;
  return (
    made?.type === 'CallExpression' &&
    made.callee.type === 'MemberExpression' &&
    isFromAxios(unwrap(made.callee.object))
  );
}

function isFromAxios(node: Node): boolean {
  const entity = denote(node);
  if (entity?.kind === 'export') return entity.module === 'axios';
  return entity?.kind === 'instance' && entity.type.library.modules.includes('axios');
}

/** Takes the header out, with the headers where it was the only one, and puts the option in. */
function edits(
  fixer: TSESLint.RuleFixer,
  header: TSESTree.Property,
  headers: TSESTree.ObjectExpression,
  { options, code: { name, value } }: Request,
  code: string,
): TSESLint.RuleFix[] {
  const given = options.properties.find(
    (property): property is TSESTree.Property =>
      property.type === 'Property' && keyName(property.key, property.computed) === name,
  );
  const own = outward(headers) as TSESTree.Property;
  const isOnly = headers.properties.length === 1;
  const set = given && [fixer.replaceText(given.value, value)];
  if (isOnly) return set ? [...set, remove(fixer, own, options)] : [fixer.replaceText(own, code)];
  return [remove(fixer, header, headers), ...(set ?? [fixer.insertTextAfter(own, `, ${code}`)])];
}

/** A property with the comma that belongs to it. */
function remove(
  fixer: TSESLint.RuleFixer,
  property: TSESTree.Property,
  object: TSESTree.ObjectExpression,
): TSESLint.RuleFix {
  const index = object.properties.indexOf(property);
  const next = object.properties[index + 1];
  const before = object.properties[index - 1];
  if (next) return fixer.removeRange([property.range[0], next.range[0]]);
  return fixer.removeRange([before ? before.range[1] : property.range[0], property.range[1]]);
}
