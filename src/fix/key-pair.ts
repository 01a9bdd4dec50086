import type { TSESLint } from '@typescript-eslint/utils';

import { findVariableName } from '../facts/tokens/configuration.js';
import { fileOf } from '../model/file.js';
import type { TokenUse } from '../model/token.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { isInside, keyName, literalText, unwrap } from '../syntax/nodes.js';
import { argumentAt } from '../facts/values.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/**
 * How a call that signs or checks with a shared secret is written with a key pair: the algorithm and the key together.
 * Null where one of them does not stand in the call, or the library takes keys that are more than a text.
 */
export function findKeyPairFix(use: TokenUse, algorithm: string): { readonly code: string; readonly fix: Fix } | null {
  const { row, secret, node } = use;
  if (!row.asymmetric || !secret || !isInside(secret, node) || fileOf(secret) !== fileOf(node)) return null;
  const variable = findVariableName(secret);
  const chosen = use.algorithm && algorithmEdit(use, use.algorithm.node, algorithm);
  if (!variable || !chosen) return null;
  const source = fileOf(node).text;
  const stem = stemOf(variable.name);
  const half = (name: 'PRIVATE' | 'PUBLIC'): string => {
    const token = variable.quoted ? quoted(variable.node, source, `${stem}_${name}_KEY`) : `${stem}_${name}_KEY`;
    return (
      source.slice(secret.range[0], variable.node.range[0]) +
      token +
      source.slice(variable.node.range[1], secret.range[1])
    );
  };
  const key = keyEdit(use, secret, half);
  if (!key) return null;
  const code = row.does === 'verify' ? `${stem}_PUBLIC_KEY` : `${stem}_PRIVATE_KEY`;
  return { code, fix: (fixer) => [key(fixer), chosen(fixer)] };
}

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix;

function keyEdit(use: TokenUse, secret: Node, half: (name: 'PRIVATE' | 'PUBLIC') => string): Edit | null {
  const { form } = use.row.asymmetric!;
  const own = half(use.does === 'verify' ? 'PUBLIC' : 'PRIVATE');
  if (form === 'same') return (fixer) => fixer.replaceText(secret, own);
  if (form === 'object')
    return (fixer) => fixer.replaceText(secret, `{ private: ${half('PRIVATE')}, public: ${half('PUBLIC')} }`);
  const property = propertyRound(secret);
  if (!property) return null;
  const written =
    form === 'both'
      ? `privateKey: ${half('PRIVATE')}, publicKey: ${half('PUBLIC')}`
      : `${use.does === 'verify' ? 'publicKey' : 'privateKey'}: ${own}`;
  return (fixer) => fixer.replaceText(property, written);
}

function propertyRound(node: Node): TSESTree.Property | null {
  for (let up: Node | undefined = node; up; up = up.parent) {
    if (up.type === 'Property') return /^secret$/.test(keyName(up.key, up.computed) ?? '') ? up : null;
    if (up !== node && unwrap(up) !== unwrap(node)) return null;
  }
  return null;
}

/** Writes the algorithm in place of the one named, or where the library looks for it. */
function algorithmEdit(use: TokenUse, at: Node, algorithm: string): Edit | null {
  if (use.algorithm?.how === 'named') {
    if (!isInside(at, use.node)) return null;
    const written = use.node;
    const text = fileOf(written).text;
    const value = unwrap(at);
    if (value.type === 'ArrayExpression') {
      const elements = value.elements.filter(
        (each): each is TSESTree.StringLiteral => !!each && literalText(each) !== null,
      );
      const [first] = elements;
      if (!first || elements.length !== value.elements.length) return null;
      return (fixer) => fixer.replaceText(value, `[${quoted(first, text, algorithm)}]`);
    }
    return literalText(value) === null ? null : (fixer) => fixer.replaceText(value, quoted(value, text, algorithm));
  }
  const [position] = use.row.algorithm;
  return position === undefined ? null : insertion(use, position, `'${algorithm}'`);
}

/** Writes a value at a position at which nothing stands: as an argument, or as an option, nested where need be. */
export function insertion(use: Pick<TokenUse, 'arguments' | 'node'>, position: string, value: string): Edit | null {
  const [index, ...names] = position.split('.');
  const given = use.arguments[Number(index)];
  if (!given) {
    const last = use.arguments.at(-1);
    if (!last || use.arguments.length !== Number(index)) return null;
    const written = names.reduceRight((inner, name) => `{ ${name}: ${inner} }`, value);
    return (fixer) => fixer.insertTextAfter(last, `, ${written}`);
  }
  let object = unwrap(given);
  while (names.length > 1) {
    const inner = argumentAt({ arguments: [object as TSESTree.Expression] }, `0.${names[0]!}`);
    if (typeof inner === 'string') break;
    names.shift();
    object = unwrap(inner);
  }
  if (object.type !== 'ObjectExpression' || !isInside(object, use.node)) return null;
  const [name, ...inside] = names;
  const written = `${name!}: ${inside.reduceRight((inner, each) => `{ ${each}: ${inner} }`, value)}`;
  const last = object.properties.at(-1);
  const target = object;
  return last
    ? (fixer) => fixer.insertTextAfter(last, `, ${written}`)
    : (fixer) => fixer.replaceText(target, `{ ${written} }`);
}

/** A text in the quotes of the literal that it replaces. */
function quoted(node: Node, source: string, text: string): string {
  const quote = source[node.range[0]];
  return quote === '"' || quote === '`' ? `${quote}${text}${quote}` : `'${text}'`;
}

/** `JWT_SECRET` gives `JWT`, `SECRET` alone too. */
function stemOf(name: string): string {
  const stem = name.replace(
    /_?(?:SIGNING_|SHARED_|HMAC_|HS\d+_)*(?:SECRET_KEY|SECRET|SIGNING_KEY|HMAC_KEY|KEY|SIGNING)$/,
    '',
  );
  return stem === '' ? 'JWT' : stem;
}
