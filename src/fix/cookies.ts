import type { TSESLint } from '@typescript-eslint/utils';

import { missingFlags, type Cookie, type CookieFlag } from '../facts/cookies.js';
import type { BackendFile } from '../model/file.js';
import { fileOf } from '../model/file.js';
import type { Node } from '../syntax/ast.js';
import { findProperty, isInside, unwrapAwait } from '../syntax/nodes.js';
import { argumentAt } from '../facts/values.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

export interface CookieFix {
  /** What is written: `httpOnly: true, secure: true`. */
  readonly code: string;
  /** Only attributes that nobody named are added. */
  readonly adds: boolean;
  readonly fix: Fix;
}

/** The attributes that a cookie lacks, in the form of its library. Null where they stand in another file, or can't be written. */
export function findCookieFix(cookie: Cookie, file: BackendFile): CookieFix | null {
  const { absent, off } = missingFlags(cookie);
  if (absent.length + off.length === 0) return null;
  if (cookie.isText) return ofText(cookie, absent, file);
  const written = absent.map((flag) => write(flag, cookie));
  const code = [...off, ...absent].map((flag) => write(flag, cookie)).join(', ');
  const { options, row, node } = cookie;
  if (!row || node.type !== 'CallExpression') return null;
  if (options) {
    if (fileOf(options) !== file) return null;
    const switched = off.flatMap((flag) => findProperty(options, flag) ?? []);
    if (switched.length < off.length) return null;
    const last = options.properties.at(-1);
    return {
      code,
      adds: off.length === 0,
      fix: (fixer) => [
        ...switched.map((property, i) => fixer.replaceText(property, write(off[i]!, cookie))),
        ...(written.length === 0
          ? []
          : [
              last
                ? fixer.insertTextAfter(last, `, ${written.join(', ')}`)
                : fixer.replaceText(options, `{ ${written.join(', ')} }`),
            ]),
      ],
    };
  }
  const insertion = findInsertion(cookie, node.arguments, `{ ${written.join(', ')} }`);
  return insertion && off.length === 0 ? { code, adds: true, fix: (fixer) => [insertion(fixer)] } : null;
}

function write(flag: CookieFlag, cookie: Cookie): string {
  if (flag === 'sameSite') return "sameSite: 'lax'";
  return flag === 'secure' && cookie.row?.auto ? `secure: ${cookie.row.auto}` : `${flag}: true`;
}

/** Where no attributes stand at all: a further argument, or a property of the plugin's options. */
function findInsertion(
  cookie: Cookie,
  given: readonly Node[],
  text: string,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | null {
  const [index, name] = cookie.row!.options.split('.');
  const last = given.at(-1);
  if (name === undefined)
    return last && given.length === Number(index) ? (fixer) => fixer.insertTextAfter(last, `, ${text}`) : null;
  const holder = given[Number(index)];
  const object = holder && unwrapAwait(holder);
  if (object?.type !== 'ObjectExpression' || typeof argumentAt({ arguments: [object] }, `0.${name}`) !== 'string')
    return null;
  const end = object.properties.at(-1);
  return end
    ? (fixer) => fixer.insertTextAfter(end, `, ${name}: ${text}`)
    : (fixer) => fixer.replaceText(object, `{ ${name}: ${text} }`);
}

const HEADER: Readonly<Record<CookieFlag, string>> = {
  httpOnly: 'HttpOnly',
  secure: 'Secure',
  sameSite: 'SameSite=Lax',
};

/** `sid=…; Path=/` gets `; HttpOnly; Secure; SameSite=Lax`. */
function ofText({ node }: Cookie, absent: readonly CookieFlag[], file: BackendFile): CookieFix | null {
  const value = unwrapAwait(node);
  if (
    (value.type !== 'Literal' && value.type !== 'TemplateLiteral') ||
    !isInside(value, file.ast) ||
    absent.length === 0
  )
    return null;
  const code = absent.map((flag) => HEADER[flag]).join('; ');
  const inner = file.text.slice(value.range[0] + 1, value.range[1] - 1);
  const end = value.range[1] - 1;
  return {
    code,
    adds: true,
    fix: (fixer) => [fixer.insertTextAfterRange([end, end], `${/;\s*$/.test(inner) ? ' ' : '; '}${code}`)],
  };
}
