import {
  findPrivateKeyBlock,
  findProviderSecrets,
  findUrlCredentials,
  judgeSecretLiteral,
  publishableReason,
  secretNameKind,
} from '../libraries/secrets/index.js';
import type { BackendFile } from '../model/file.js';
import type { Secret } from '../model/secret.js';
import type { Node } from '../syntax/ast.js';
import { literalText, outward, unwrap } from '../syntax/nodes.js';
import { getBinding } from './bindings.js';
import { namePathOf, neighboursOf, type NamePath } from './secret-paths.js';
import { isFallback } from './secret-fallbacks.js';

/** What a text itself shows to be secret. */
type Found = Pick<Secret, 'what' | 'kind' | 'isLive' | 'start' | 'end' | 'provider'> & {
  /** What the text itself calls it. */
  readonly field?: string;
};

/** Parameters of a URL's query, and fields of a connection string: `?api_key=…`, `;Password=…`. */
const FIELD = /[?&;]\s*([A-Za-z][\w -]*?)=([^&;#\s'"`]+)/g;

/** Keys of documentation: what stands there is shown, not used. */
const SHOWN = /^(?:examples?|sample|placeholder|description|summary|title|hint|help|usage)$/i;

/** Every secret that the text of a literal, template or concatenation shows by itself. */
export function textSecretsOf(file: BackendFile): Secret[] {
  const secrets: Secret[] = [];
  const done = new Set<Node>();
  for (const string of file.index.strings) {
    const node = wholeTextOf(string);
    if (done.has(node)) continue;
    done.add(node);
    const text = writtenText(node);
    const found = text.length < 12 ? [] : allIn(text);
    if (found.length === 0) continue;
    const path = namePathOf(node);
    for (const one of found) {
      if (isHarmless(one, path)) continue;
      secrets.push({
        ...one,
        node,
        evidence: 'text',
        isWeak: false,
        isFallback: isFallback(node),
        text,
        path: one.field === undefined ? path.names : [...path.names, one.field],
        taker: null,
        origin: null,
      });
    }
  }
  return secrets;
}

/** The outermost `+` that a string is an operand of. */
function wholeTextOf(node: Node): Node {
  let whole = node;
  for (let parent = outward(whole); parent?.type === 'BinaryExpression' && parent.operator === '+';)
    [whole, parent] = [parent, outward(parent)];
  return whole;
}

/** The text as far as it is written in this file; `${…}` stands for the rest. */
function writtenText(node: Node): string {
  const value = unwrap(node);
  switch (value.type) {
    case 'Literal':
      return typeof value.value === 'string' ? value.value : '${…}';
    case 'TemplateLiteral':
      return value.quasis
        .map((quasi, i) => (quasi.value.cooked ?? '') + (value.expressions[i] ? writtenText(value.expressions[i]) : ''))
        .join('');
    case 'BinaryExpression':
      return value.operator === '+' ? writtenText(value.left) + writtenText(value.right) : '${…}';
    case 'Identifier': {
      const binding = getBinding(value);
      const init = binding.kind === 'value' && binding.constant && binding.path.length === 0 ? binding.init : null;
      return (init && literalText(unwrap(init))) ?? '${…}';
    }
    default:
      return '${…}';
  }
}

/** Everything secret in a text. */
function allIn(text: string): Found[] {
  const found: Found[] = findProviderSecrets(text).flatMap((one) =>
    one.publishable === true || (one.publishable === 'maybe' && isMapsAddress(text))
      ? []
      : [
          {
            what: one.kind,
            kind: 'token',
            isLive: one.live && one.provider !== 'JWT',
            start: one.start,
            end: one.end,
            provider: one.provider,
          },
        ],
  );
  const block = findPrivateKeyBlock(text);
  if (block)
    found.push({
      what: block.kind,
      kind: 'private-key',
      isLive: false,
      start: block.start,
      end: block.end,
      provider: null,
    });
  if (found.length > 0) return found;
  const url = findUrlCredentials(text);
  if (url && !/[$]\{/.test(url.password))
    return [
      {
        what: 'password in a URL',
        kind: 'url',
        isLive: false,
        start: url.passwordStart,
        end: url.passwordEnd,
        provider: null,
      },
    ];
  return allFields(text);
}

/** A Maps script is loaded by browsers, with the key in its address. */
const isMapsAddress = (text: string): boolean => /maps\.google|\/maps\/api\/(?:js|staticmap)|maps\/embed/.test(text);

/** Secrets given by name inside a text: `https://api…?api_key=…`, `Server=…;Password=…`. */
function allFields(text: string): Found[] {
  if (!/^(?:[a-z+]+:)?\/\/|^\/\w|^\w[\w ]*=[^;]*;/i.test(text)) return [];
  const found: Found[] = [];
  for (const match of text.matchAll(FIELD)) {
    const [whole, name = '', value = ''] = match;
    // `pk_…`: a publishable key, by a convention that many services share.
    if (/^pk[_-]/.test(value)) continue;
    if (secretNameKind(name) === null || judgeSecretLiteral(name, value, 'named').reason !== 'literal secret') continue;
    const end = match.index + whole.length;
    found.push({
      what: `value of \`${name}\` in this text`,
      field: name,
      kind: 'token',
      isLive: false,
      start: end - value.length,
      end,
      provider: null,
    });
  }
  return found;
}

/** A key made to be published by what it is given to, or a text that only shows what one looks like. */
function isHarmless(found: Found, path: NamePath): boolean {
  const name = path.names.at(-1) ?? null;
  if (found.what === 'Google API key' && publishableReason(null, name, neighboursOf(path.object)) !== null) return true;
  return !found.isLive && name !== null && SHOWN.test(name);
}
