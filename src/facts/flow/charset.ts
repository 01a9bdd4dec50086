import type { KindSet } from '../../model/flow.js';
import type { SinkKind } from '../../model/rows/flow.js';
import type { Node } from '../../syntax/ast.js';
import { follow } from '../values.js';
import { ALL, NONE, TEXT, kinds } from './kinds.js';

/** Characters without which a danger can't be. Any of them suffices for it. */
const MARKS: readonly (readonly [kind: SinkKind, characters: string])[] = [
  ['command', ';|&$`<>(){}\'"\\\n*?'],
  ['path', '/\\'],
  ['code', '()`;=[.+'],
  ['query', '{}()"'],
  ['template', '{}<%$#'],
  ['html', '<"\''],
  ['regexp', '*+({'],
  ['serialized', '{:!<"'],
  ['xml', '<&'],
  ['log', '\n\r'],
  ['nosql', '$'],
];
/** An address of another host needs a dot or a colon, and a slash. */
const HOST_MARKS = ['/', '\\'];

/** The dangers that a text of the characters allowed is free of. */
function kindsWithout(allows: (character: string) => boolean): KindSet {
  let set = TEXT;
  for (const [kind, marks] of MARKS) if (!Array.from(marks).some(allows)) set |= kinds(kind);
  if (!HOST_MARKS.some(allows)) set |= kinds('url', 'redirect');
  // `..` alone leaves one folder; with a slash it leads anywhere.
  if (!allows('.') && !allows('\\')) set |= kinds('path');
  if (!allows('_')) set |= kinds('property');
  return set;
}

/** The pattern of a regular expression literal, or of a constant that is one. */
export function patternOf(node: Node): { readonly pattern: string; readonly flags: string } | null {
  const value = follow(node);
  return value.type === 'Literal' && 'regex' in value ? value.regex : null;
}

/** What a text is free of that a pattern takes whole: anchored at both ends, by the characters that it lets through. */
export function matchedKinds(node: Node): KindSet {
  const regex = patternOf(node);
  if (!regex || !regex.pattern.startsWith('^')) return NONE;
  const { pattern, flags } = regex;
  const host = fixedStart(pattern);
  const start = host === null ? NONE : host;
  if (flags.includes('m') || !/(?:^|[^\\])\$$/.test(pattern)) return start;
  const body = pattern.slice(1, -1);
  if (hasOuterChoice(body)) return NONE;
  const allows = charactersOf(body);
  return allows ? start | kindsWithout(allows) : start;
}

/** A pattern that begins with a host of its own (`^https:\/\/api\.example\.com\/`), or a path of this site. */
function fixedStart(pattern: string): KindSet | null {
  const text = pattern.slice(1).replaceAll('\\/', '/').replaceAll('\\.', '.').replaceAll('\\-', '-');
  if (/^https\??:\/\/[\w.-]+(?::\d+)?(?:\/|\$)/.test(text)) return kinds('url', 'redirect');
  return /^\/(?:\(\?!|[\w-]|\[[^\]/\\^]+\])/.test(text) ? kinds('redirect') : null;
}

/** A choice outside of all groups is anchored at one end only. */
function hasOuterChoice(body: string): boolean {
  let depth = 0;
  for (let i = 0; i < body.length; i++) {
    const char = body[i]!;
    if (char === '\\') i++;
    else if (char === '[') {
      const end = classEnd(body, i);
      if (end < 0) return true;
      i = end;
    } else if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === '|' && depth === 0) return true;
  }
  return false;
}

function classEnd(body: string, start: number): number {
  for (let i = start + 1; i < body.length; i++) {
    if (body[i] === '\\') i++;
    else if (body[i] === ']' && i > start + 1) return i;
  }
  return -1;
}

/** Which characters a pattern's body can take; null where it takes nearly any. */
function charactersOf(source: string): ((character: string) => boolean) | null {
  // What is only looked at isn't taken; how often doesn't matter.
  const body = source.replaceAll(/\(\?<?[!=][^()]*\)/g, '').replaceAll(/\{\d+(?:,\d*)?\}/g, '');
  const parts: RegExp[] = [];
  for (let i = 0; i < body.length; i++) {
    const char = body[i]!;
    if (char === '.') return null;
    if (char === '[') {
      const end = classEnd(body, i);
      if (end < 0) return null;
      const made = compile(body.slice(i, end + 1));
      if (!made) return null;
      parts.push(made);
      i = end;
    } else if (char === '\\') {
      const next = body[i + 1] ?? '';
      i++;
      if (/[SDWP]/.test(next)) return null;
      if (/[bB\d]/.test(next)) continue;
      const made = compile(next === 's' ? '[ \\n\\r\\t]' : `[\\${next}]`);
      if (made) parts.push(made);
    } else if (char === '(' && body[i + 1] === '?') i += body[i + 2] === '<' ? body.indexOf('>', i) - i : 2;
    else if (!/[()*+?|^$]/.test(char)) parts.push(compile(`[${char === '\\' || char === ']' ? '\\' : ''}${char}]`)!);
  }
  return (character) => parts.some((part) => part.test(character));
}

function compile(source: string): RegExp | null {
  try {
    return new RegExp(`^${source}$`);
  } catch {
    return null;
  }
}

/** What a text is free of after every match of the pattern was replaced: `.replace(/[^\w-]/g, '')`, `.replace(/</g, '&lt;')`. */
export function replacedKinds(node: Node, replacement: string | null, all: boolean): KindSet {
  const regex = patternOf(node);
  if (!regex) return NONE;
  const { pattern, flags } = regex;
  // `path.normalize(x).replace(/^(\.\.[/\\])+/, '')`: what goes up stands in front of a normalized path.
  if (/^\^\(\?*:?\\\.\\\.(?:\[[/\\]+\]|\\\/|\/)(?:\|\\?\$)?\)\+?$/.test(pattern)) return kinds('path');
  if (!flags.includes('g') && !all) return NONE;
  if (replacement?.includes('\\$&')) return kinds('regexp');
  const negated = /^\[\^(.+)\][+*]?$/.exec(pattern) ?? (/^\\W\+?$/.test(pattern) ? ['', '\\w'] : null);
  if (negated) {
    const left = compile(`[${negated[1]}]`);
    return left ? kindsWithout((character) => left.test(character) || (replacement ?? '').includes(character)) : NONE;
  }
  // What is taken out, whatever it is replaced by.
  const taken = compile(pattern.replace(/[+*]$/, ''));
  if (!taken) return NONE;
  let set = NONE;
  for (const [kind, marks] of MARKS)
    if ((kind === 'html' || kind === 'xml' ? ['<'] : Array.from(marks)).every((mark) => taken.test(mark)))
      set |= kinds(kind);
  if (taken.test('\n') && !/^\\?\.?$/.test(pattern)) set |= kinds('log');
  return set & ALL;
}
