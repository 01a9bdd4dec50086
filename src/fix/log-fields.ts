import type { TSESLint } from '@typescript-eslint/utils';

import { isText } from '../facts/logs/calls.js';
import { fileOf } from '../model/file.js';
import type { LogCall } from '../model/log.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { memberName, unwrap } from '../syntax/nodes.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | readonly TSESLint.RuleFix[];

const FIELDS_FIRST: ReadonlySet<string | null> = new Set(['pino', 'nestjs-pino', 'hono-pino', 'bunyan']);

/**
 * Moves the values of a message into fields: `` info(`paid ${order.id}`) `` becomes `info({ orderId: order.id }, 'paid')`.
 * Null where a value has no name to go by, or stands in the middle of the sentence.
 */
export function findFieldsFix(log: LogCall): Fix | null {
  if (log.wrapper || log.proof === 'name' || !FIELDS_FIRST.has(log.library) || log.form !== 'fields-first') return null;
  const message = log.message && unwrap(log.message);
  const parts = message ? partsOf(message) : null;
  if (!message || !parts) return null;
  const fields = namesFor(parts.values);
  const sentence = sentenceOf(parts.texts);
  if (!fields || sentence === null) return null;
  const text = fileOf(message).text;
  const written = fields.map(([name, value]) => {
    const code = text.slice(...value.range);
    return name === code ? name : `${name}: ${code}`;
  });
  const quote = text.includes("'") || !text.includes('"') ? "'" : '"';
  const [first] = log.values;
  if (!first) return null;
  if (unwrap(first) === message) {
    if (log.values.length > 1) return null;
    return (fixer) => fixer.replaceText(first, `{ ${written.join(', ')} }, ${quote}${sentence}${quote}`);
  }
  const object = unwrap(first);
  if (object.type !== 'ObjectExpression' || isText(first) || log.values.length !== 2) return null;
  const taken = new Set(
    object.properties.map((each) =>
      each.type === 'Property' && each.key.type === 'Identifier' ? each.key.name : '...',
    ),
  );
  const last = object.properties.at(-1);
  if (!last || taken.has('...') || fields.some(([name]) => taken.has(name))) return null;
  return (fixer) => [
    fixer.insertTextAfter(last, `, ${written.join(', ')}`),
    fixer.replaceText(log.message!, `${quote}${sentence}${quote}`),
  ];
}

interface Parts {
  readonly texts: readonly string[];
  readonly values: readonly Node[];
}

/** The constant parts of a text under construction, and the values between. */
export function partsOf(message: Node): Parts | null {
  const value = unwrap(message);
  if (value.type === 'TemplateLiteral')
    return value.expressions.length === 0
      ? null
      : { texts: value.quasis.map((each) => each.value.cooked ?? ''), values: value.expressions };
  if (value.type !== 'BinaryExpression' || value.operator !== '+') return null;
  const texts: string[] = [''];
  const values: Node[] = [];
  for (const operand of operandsOf(value)) {
    const inner = unwrap(operand);
    if (inner.type === 'Literal') texts.push((texts.pop() ?? '') + String(inner.value));
    else {
      values.push(operand);
      texts.push('');
    }
  }
  return values.length === 0 || texts.every((text) => text === '') ? null : { texts, values };
}

function operandsOf(node: TSESTree.BinaryExpression): Node[] {
  const left = unwrap(node.left);
  return [...(left.type === 'BinaryExpression' && left.operator === '+' ? operandsOf(left) : [node.left]), node.right];
}

const EDGE = /^[\s:;,.=()[\]'"#-]+/;
/** Two of these in a row: the sentence would not read without what stood between. */
const BROKEN =
  /\b(?:for|of|to|from|with|by|in|at|on|is|was|are|were|and|than|the|a)\s+(?:for|of|to|from|with|by|in|at|on|is|was|are|were|and|than)\b/i;

/** The sentence without its values: what joins them to it at the ends goes too. Null where it would not read. */
function sentenceOf(texts: readonly string[]): string | null {
  // `${ms}ms`, `${count}%`: what is glued to a value belongs to it.
  if (texts.slice(1).some((text) => /^[A-Za-z%]/.test(text))) return null;
  const words = texts
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => /[a-z]{2}/i.test(text))
    .map((text) => text.replace(EDGE, '').replace(/[\s:;,=([\]'"#-]+$/, ''));
  const sentence = words.join(' ').replace(/(?:\s+(?:for|of|to|from|with|by|in|at|on|is|was|and|id|user|the))?$/i, '');
  return /[a-z]{2}/i.test(sentence) && !/['"\\\n]/.test(sentence) && !BROKEN.test(sentence) ? sentence : null;
}

/** A name for each value: of its variable, or of its last two members. Null where one has none, or two have the same. */
function namesFor(values: readonly Node[]): [string, Node][] | null {
  const named: [string, Node][] = [];
  for (const value of values) {
    const name = nameOf(unwrap(value));
    if (name === null || named.some(([other]) => other === name)) return null;
    named.push([name, value]);
  }
  return named;
}

const RESERVED = /^(?:level|time|pid|hostname|msg|err|error|message|name|v)$/;

function nameOf(node: Node): string | null {
  if (node.type === 'Identifier') return RESERVED.test(node.name) ? null : node.name;
  if (node.type !== 'MemberExpression') return null;
  const name = memberName(node);
  if (name === null || !/^[A-Za-z_$][\w$]*$/.test(name)) return null;
  if (!/^(?:id|name|type|status|code|length|size|key|path|url|method|count|value|message|email)$/.test(name))
    return RESERVED.test(name) ? null : name;
  const owner = unwrap(node.object);
  const before =
    owner.type === 'Identifier' ? owner.name : owner.type === 'MemberExpression' ? memberName(owner) : null;
  return before === null || !/^[A-Za-z_$][\w$]*$/.test(before) ? null : before + name[0]!.toUpperCase() + name.slice(1);
}
