import { allCalled } from '../../facts/effects.js';
import { isInRequestPath } from '../../facts/request-path.js';
import { findHandler } from '../../facts/routes.js';
import { getBinding } from '../../facts/bindings.js';
import { fileOf, sourceText } from '../../model/file.js';
import { createRule } from '../../rule/create-rule.js';
import type { FunctionNode, TSESTree } from '../../syntax/ast.js';
import { literalText, unwrap } from '../../syntax/nodes.js';

/** What ends the process, or leads there. */
const ENDING =
  /\bexit|shut_?down|abort|kill|terminat|\bstop|\bclose|die\b|crash|fatal\w*\(|throw\b|SIGTERM|panic|quit/i;

export const rule = createRule({
  name: 'no-process-exit-in-handler',
  area: 'resilience',
  level: 'error',
  description: 'disallow ending the process for one request, and going on after an uncaught exception',
  cwe: [382],
  mentions: /process/,
  messages: {
    exit: 'process.exit() in answer to a request ends every other request with it, unanswered, and anybody who can cause this one takes the service down. Answer 500, or throw.',
    carriesOn:
      'After an uncaught exception the process is in a state that nobody knows: connections and locks stay held, data may be half changed. Log it, stop taking requests, and exit with 1.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const name of ['exit', 'abort', 'kill', 'reallyExit'])
          for (const call of file.index.calls.get(name) ?? [])
            if (isOnProcess(call) && isEndingOwn(call) && isInRequestPath(call))
              report({ node: call, message: 'exit' });
        for (const name of ['on', 'once', 'addListener'])
          for (const call of file.index.calls.get(name) ?? []) {
            const [event, listener] = call.arguments;
            if (!event || !listener || !isOnProcess(call) || literalText(event) !== 'uncaughtException') continue;
            const fn = findHandler(listener);
            if (fn && !leadsToEnd(fn)) report({ node: call, message: 'carriesOn' });
          }
      },
    };
  },
});

function isOnProcess(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const object = callee.type === 'MemberExpression' ? unwrap(callee.object) : null;
  if (object?.type !== 'Identifier' || object.name !== 'process') return false;
  const binding = getBinding(object);
  return binding.kind === 'global' || (binding.kind === 'import' && /^(?:node:)?process$/.test(binding.specifier));
}

/** `process.kill(child.pid)` ends another one; SIGTERM to oneself asks for an orderly shutdown. */
function isEndingOwn(call: TSESTree.CallExpression): boolean {
  const [first, signal] = call.arguments;
  if (!/\.kill$/.test(sourceText(call.callee))) return true;
  return (
    first !== undefined &&
    sourceText(first) === 'process.pid' &&
    signal !== undefined &&
    /KILL|^9$/.test(sourceText(signal))
  );
}

/** Whether a listener's own code, or that of a function it calls, ends the process; unknown functions are read by name. */
function leadsToEnd(fn: FunctionNode): boolean {
  // A comment says that somebody has thought of it.
  if (/on purpose|intentional|deliberate/i.test(sourceText(fn.body))) return true;
  if (ENDING.test(sourceText(fn.body))) return true;
  return [...allCalled(fn, fileOf(fn))].some(({ target }) => ENDING.test(sourceText(target.body)));
}
