import type { TSESLint } from '@typescript-eslint/utils';

import { isBrowserCode } from '../../facts/browser.js';
import { swallowedErrorsOf, type SwallowedError } from '../../facts/errors/swallowed.js';
import { leaves } from '../../facts/guards.js';
import { findLoggerName } from '../../facts/logs/nearby.js';
import { locOf } from '../../model/place.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { isFunction, receiverOf } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { createRule, type Fix } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-swallowed-errors',
  area: 'resilience',
  level: 'warn',
  description: 'disallow handlers that make an error disappear',
  cwe: [390, 1069],
  suggests: true,
  mentions: /\bcatch\b|\bon(?:ce)?\(|addListener|addEventListener/,
  messages: {
    catch:
      'This catch drops the error: when {{what}} fails, nothing is logged and the code goes on as if it had worked. Log it and throw it on, handle the failures that you expect, or say in a comment why it may be lost.',
    promise:
      'This handler drops the rejection: when {{what}} fails, nobody learns of it. Log it, handle the failures that you expect, or say in a comment why it may be lost.',
    event:
      "This '{{event}}' listener does nothing: it only keeps the process alive, with what failed unknown. Log the error and act on it, or say in a comment why it may be lost.",
    rethrow: 'Log the error and throw it on',
    log: 'Log the error',
  },
  create({ file, sourceCode, report }) {
    if ((file.kind !== 'source' && file.kind !== 'config') || isBrowserCode(file)) return {};
    return {
      File() {
        for (const swallowed of swallowedErrorsOf(file)) {
          if (isExplained(swallowed, sourceCode)) continue;
          const { kind, node, event } = swallowed;
          const logger = findLoggerName(node);
          report({
            node,
            message: kind,
            data: { what: whatFails(swallowed, sourceCode.text), event },
            suggest: [
              kind === 'event' || hasFallback(node)
                ? { message: 'log', fix: writeHandler(node, `${logger}.error(error);`) }
                : { message: 'rethrow', fix: writeHandler(node, `${logger}.error(error); throw error;`) },
            ],
          });
        }
      },
    };
  },
});

/** A comment in the handler, behind it on its line, or one before the statement that speaks of losing the error. */
function isExplained({ node, site }: SwallowedError, sourceCode: Readonly<TSESLint.SourceCode>): boolean {
  const body = node.type === 'Identifier' ? node : node.body;
  if (sourceCode.getCommentsInside(node).some(isReason)) return true;
  const after = sourceCode.getCommentsAfter(body).concat(sourceCode.getCommentsAfter(statementOf(site)));
  if (after.some((comment) => isReason(comment) && comment.loc.start.line <= locOf(body).end.line)) return true;
  const before = sourceCode
    .getCommentsBefore(statementOf(site))
    // Before an argument or an element: `Promise.race([/* ignored: … */ work().catch(() => {}), timeout])`.
    .concat(sourceCode.getCommentsBefore(site))
    .concat(
      sourceCode
        .getCommentsInside(site as never)
        .filter((comment) => comment.range[1] < node.range[0] && site.type === 'CallExpression'),
    );
  return before.some((comment) => isReason(comment) && LOSES.test(comment.value));
}

/** A directive to a linter gives no reason. */
const isReason = ({ value }: TSESTree.Comment): boolean =>
  /[A-Za-z]{2}/.test(value) &&
  !/eslint|no-swallowed-errors|no-empty|biome-ignore|@ts-|prettier-ignore|\bTODO\b|\bFIXME\b/.test(value);

const LOSES =
  /ignor|best.?effort|swallow|suppress|optional|non.?(?:fatal|critical|blocking)|(?:do|does)(?:n'?t| not)|never|harmless|expected|fire.?and.?forget|may fail|fails?\b|failure|already|silent|fall ?back|background/i;

function statementOf(node: Node): Node {
  let up = node;
  while (up.parent && !/Statement$|Declaration$|^Program$|^PropertyDefinition$/.test(up.type)) up = up.parent;
  return up;
}

/** Code behind the `try` that only a failure leads to: `try { return await cached(); } catch {} return fresh();`. */
function hasFallback(node: SwallowedError['node']): boolean {
  if (node.type !== 'CatchClause') return false;
  const attempt = node.parent;
  const body = attempt.parent.type === 'BlockStatement' ? attempt.parent.body : [];
  return leaves(attempt.block) && body.indexOf(attempt) < body.length - 1;
}

/** What is attempted, as its reader knows it: `sendMail`, `redis.get`. */
function whatFails({ site }: SwallowedError, text: string): string {
  const attempt = site.type === 'TryStatement' ? site.block : site.type === 'CallExpression' ? receiverOf(site) : null;
  const calls = attempt ? allOf(attempt, ['CallExpression']) : [];
  for (const call of calls) {
    const name = text.slice(...call.callee.range).replaceAll(/\s+/g, '');
    if (/^[\w$.?#!]{1,60}$/.test(name)) return name;
  }
  return 'what it tries';
}

/** The handler with a body that names the error and does something about it. */
function writeHandler(node: SwallowedError['node'], statements: string): Fix {
  const body = `{ ${statements} }`;
  if (node.type === 'CatchClause') return (fixer) => fixer.replaceText(node, `catch (error) ${body}`);
  const keyword = isFunction(node) && node.async ? 'async ' : '';
  return (fixer) => fixer.replaceText(node, `${keyword}(error) => ${body}`);
}
