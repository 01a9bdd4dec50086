import { fileOf } from '../../model/file.js';
import type { TokenUse } from '../../model/token.js';
import type { Node } from '../../syntax/ast.js';
import { unwrap } from '../../syntax/nodes.js';
import { at, registrationsOf } from '../tokens.js';

/** What a use says at one of several positions: the node, `absent`, or `unknown` where options of unknown content may say it. */
export function said(use: TokenUse, positions: readonly string[]): Node | 'absent' | 'unknown' {
  let isUnknown = false;
  for (const position of positions) {
    const found = at(use.arguments, position);
    if (typeof found !== 'string') {
      if (!isNothing(found)) return found;
      continue;
    }
    isUnknown ||= found === 'unknown';
  }
  return isUnknown ? 'unknown' : 'absent';
}

const isNothing = (node: Node): boolean => {
  const value = unwrap(node);
  return (
    (value.type === 'Identifier' && value.name === 'undefined') || (value.type === 'Literal' && value.value === null)
  );
};

/** The same, and where the use says nothing, what the registrations of its library say; `unknown` where there is none to ask. */
export function saidAnywhere(
  use: TokenUse,
  positions: readonly string[],
  registered: (row: TokenUse['row']) => readonly string[],
): Node | 'absent' | 'unknown' {
  const own = said(use, positions);
  if (own !== 'absent' || !use.row.registered) return own;
  const registrations = registrationsOf(fileOf(use.node), use.library, use.namespace);
  if (registrations.length === 0) return 'unknown';
  let isUnknown = false;
  for (const registration of registrations) {
    const found = said(registration, registered(registration.row));
    if (typeof found !== 'string') return found;
    isUnknown ||= found === 'unknown';
  }
  return isUnknown ? 'unknown' : 'absent';
}
