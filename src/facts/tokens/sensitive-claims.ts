import { splitWords } from '../../libraries/secrets/words.js';
import { fileOf, sourceText } from '../../model/file.js';
import type { TokenUse } from '../../model/token.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, keyName, memberName, receiverOf, unwrap, unwrapAwait } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { getBinding } from '../bindings.js';
import { credentialWord } from '../credentials/names.js';
import { isStored } from '../credentials/origins.js';
import { denote, findCalled } from '../entities.js';
import { queryAt } from '../queries.js';
import { argumentAt, follow } from '../values.js';

/** A claim that tells whoever holds the token something that it must not. */
export interface SensitiveClaim {
  readonly node: Node;
  readonly name: string;
  /** A whole record goes in. */
  readonly whole: boolean;
}

/** Sensitive claims in the payload of a use that signs; nodes may stand in other files. */
export function sensitiveClaimsOf(use: TokenUse): SensitiveClaim[] {
  const position = use.row.links ? '0' : use.row.payload;
  const given = use.row.links ? use.links.get('')?.arguments : use.arguments;
  const payload = position === undefined ? null : given?.[Number(position)];
  return payload && payload.type !== 'SpreadElement' ? claimsIn(payload, true) : [];
}

const MAX_HOPS = 6;

function claimsIn(node: Node, isTop: boolean, hops = 0): SensitiveClaim[] {
  if (hops > MAX_HOPS) return [];
  const written = unwrapAwait(node);
  const value = unwrapAwait(follow(written));
  if (value.type === 'ObjectExpression') return value.properties.flatMap((property) => claimsOf(property, hops));
  if (value.type === 'CallExpression') {
    const name = calleeName(value) ?? '';
    const fn = findCalled(value);
    if (fn && !queryAt(value)) {
      const returned = allReturns(fn).filter((each) => unwrap(each).type === 'ObjectExpression');
      if (returned.length > 0) return returned.flatMap((each) => claimsIn(each, isTop, hops + 1));
    }
    const inner =
      /^(?:toJSON|toObject|get|toPlain|plain|lean)$/.test(name) && value.arguments.length <= 1
        ? receiverOf(value)
        : null;
    if (inner && isRecord(inner)) return [{ node: written, name: textOf(inner), whole: true }];
    if (/^(?:assign|instanceToPlain|stringify|structuredClone)$/.test(name))
      return value.arguments.flatMap((each) => (each.type === 'SpreadElement' ? [] : claimsIn(each, false, hops + 1)));
  }
  return isRecord(written) ? [{ node: written, name: textOf(written), whole: true }] : [];
}

function claimsOf(property: TSESTree.Property | TSESTree.SpreadElement, hops: number): SensitiveClaim[] {
  if (property.type === 'SpreadElement')
    return isRecord(property.argument)
      ? [{ node: property, name: textOf(property.argument), whole: true }]
      : claimsIn(property.argument, false, hops + 1);
  const name = keyName(property.key, property.computed);
  if (name !== null && isSensitive(name) && !isMark(property.value)) return [{ node: property, name, whole: false }];
  const value = unwrapAwait(property.value);
  if (value.type === 'MemberExpression' && isSensitive(memberName(value) ?? ''))
    return [{ node: property, name: memberName(value)!, whole: false }];
  if (value.type === 'ObjectExpression') return claimsIn(value, false, hops + 1);
  return isRecord(value) ? [{ node: property, name: textOf(value), whole: true }] : [];
}

const isMark = (node: Node): boolean => {
  const value = unwrap(node);
  return (
    value.type === 'UnaryExpression' ||
    (value.type === 'Literal' && typeof value.value !== 'string') ||
    value.type === 'BinaryExpression'
  );
};

/** Names of what must not be told: credentials, their hashes, card and identity numbers. */
export function isSensitive(name: string): boolean {
  const words = splitWords(name);
  const last = words.at(-1) ?? '';
  if (/^(?:is|has|needs|must|requires?)$/.test(words[0] ?? '')) return false;
  if (/^(?:ssn|cvv|cvc|iban|pan|salt)$/.test(last)) return true;
  if (last === 'hash') return words.includes('password') || words.includes('pass');
  const joined = words.join(' ');
  if (
    /(?:card|account|passport|security|tax|national id|credit card|routing)(?: number| no)$|credit card$|social security$|national id$|tax id$|date of birth$/.test(
      joined,
    )
  )
    return true;
  if (/^(?:mfa|totp|otp|two factor|2fa) secret$/.test(joined)) return true;
  const kind = credentialWord(name);
  return kind === 'password' || kind === 'secret' || kind === 'api-key';
}

const USERS =
  /^(?:user|account|member|customer|admin|employee|patient|client|profile|person|usr|dbUser|existingUser|newUser|foundUser|savedUser|currentUser|userDoc|userRecord|doc)$/i;

/** A whole record of somebody: what a query gave, with all its columns, or an entity that has a secret one. */
function isRecord(node: Node): boolean {
  const value = unwrapAwait(node);
  const name =
    value.type === 'Identifier' ? value.name : value.type === 'MemberExpression' ? (memberName(value) ?? '') : '';
  if (isRow(value)) return true;
  if (!USERS.test(name) && !(value.type === 'MemberExpression' && /^(?:dataValues|_doc)$/.test(name))) return false;
  const entity = denote(value);
  if (entity?.kind === 'literal') return false;
  if (entity?.kind === 'shape')
    return [...sourceText(entity.node).matchAll(/(\w+)\??\s*:/g)].some(
      ([, key]) => key === 'hash' || isSensitive(key!),
    );
  if (entity?.kind === 'object' || entity?.kind === 'class')
    return entity.node.body.body.some(
      (member) => member.type === 'PropertyDefinition' && isSensitive(keyName(member.key, member.computed) ?? ''),
    );
  return isUnpicked(value);
}

/** `rows[0]` of `SELECT * FROM users`. */
function isRow(value: Node): boolean {
  if (value.type !== 'MemberExpression' || memberName(value) !== '0') return false;
  const list = unwrapAwait(value.object);
  const binding = list.type === 'Identifier' ? getBinding(list) : null;
  const made = binding?.kind === 'value' && binding.init ? unwrapAwait(binding.init) : null;
  const source = made && isStored(made) ? sourceText(made) : '';
  return /\bselect\s+(?:\w+\.)?\*\s+from\s+["'`]?\w*(?:user|account|member|customer|employee|patient)s?\b/i.test(
    source,
  );
}

/** Whether a name holds what a query gave without a choice of columns. */
function isUnpicked(value: Node, hops = 0): boolean {
  if (hops > 4) return false;
  if (value.type === 'MemberExpression') return /^(?:dataValues|_doc)$/.test(memberName(value) ?? '') || false;
  if (value.type !== 'Identifier') return false;
  const binding = getBinding(value);
  if (binding.kind !== 'value' || !binding.init || (binding.path.length > 0 && !/^\d+$/.test(binding.path[0]!)))
    return false;
  const made = unwrapAwait(binding.init);
  if (!isStored(made)) return made.type === 'Identifier' && isUnpicked(made, hops + 1);
  if (made.type !== 'CallExpression') return true;
  const fn = findCalled(made);
  const source = fileOf(fn ?? made).text.slice(...(fn ?? made).range);
  return !isPicked(source) && typeof argumentAt(made, '0.select') === 'string';
}

/** Whether a read names its columns: Prisma's `select`, `.select({ id })`, `SELECT id, role FROM`. */
function isPicked(source: string): boolean {
  const columns = /\bselect\s+([^]*?)\bfrom\b/i.exec(source)?.[1];
  if (columns !== undefined && !columns.includes('*')) return !columns.split(/\W+/).some(isSensitive);
  return /\bselect\b\s*:|\battributes\b|\bprojection\b|\bomit\b|\.select\(\s*(?!\)|['"`]\*)/.test(source);
}

const textOf = (node: Node): string => sourceText(node).slice(0, 40);
