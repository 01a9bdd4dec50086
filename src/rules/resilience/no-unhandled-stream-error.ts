import { isBrowserCode } from '../../facts/browser.js';
import { tellsErrors, unheardConnectionsIn, unheardErrorsOf } from '../../facts/unheard-errors.js';
import type { Node } from '../../syntax/ast.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-unhandled-stream-error',
  area: 'resilience',
  level: 'warn',
  description: "require a listener of 'error' on streams and clients that emit it",
  cwe: [248],
  mentions: /pipe|Pool|createClient|createCluster|Worker|Queue|FlowProducer|WebSocket|ws\b/,
  messages: {
    pipe: "Nobody listens to the errors of {{what}}, and pipe() passes none on: a missing file or a broken connection ends the process, or leaves the other end open for ever. Use pipeline() of 'node:stream/promises', which handles both ends.",
    emitter:
      "{{what}} has no 'error' listener: the first dropped connection becomes an uncaught exception and takes the process along, or stops its work unseen. Add .on('error', …) where it is made.",
    connection:
      "The sockets of this server have no 'error' listener: one client that breaks off badly becomes an uncaught exception for all of them. Add .on('error', …) to the socket first.",
  },
  create({ file, sourceCode, report }) {
    if ((file.kind !== 'source' && file.kind !== 'config') || isBrowserCode(file)) return {};
    const nameOf = (source: Node): string => {
      const text = sourceCode.text.slice(...source.range);
      const head = text.slice(0, text.indexOf('(') < 0 ? undefined : text.indexOf('(')).replaceAll(/\s+/g, ' ');
      return head.length > 60 ? `${head.slice(0, 57)}…` : head;
    };
    return {
      File() {
        for (const { kind, node, source } of unheardErrorsOf(file))
          if (!tellsErrors(node)) report({ node, message: kind, data: { what: nameOf(source) } });
        for (const call of unheardConnectionsIn(file)) report({ node: call, message: 'connection' });
      },
    };
  },
});
