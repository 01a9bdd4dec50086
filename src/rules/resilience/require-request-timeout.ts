import { isBrowserCode } from '../../facts/browser.js';
import { originOf, outgoingOf } from '../../facts/outgoing/calls.js';
import { timeLimitOf } from '../../facts/outgoing/time-limit.js';
import { findTimeLimitFix } from '../../fix/time-limit.js';
import type { Outgoing } from '../../model/outgoing.js';
import { classOfThis } from '../../syntax/nodes.js';
import { createRule } from '../../rule/create-rule.js';
import { option } from '../../rule/options.js';

/** A client that gives up by itself within this time needs no word. */
const LONG = 60;

export const rule = createRule({
  name: 'require-request-timeout',
  area: 'resilience',
  level: 'warn',
  description: 'require a time limit on outgoing calls',
  cwe: [1088, 400],
  suggests: true,
  options: {
    checkDatabases: option.boolean(
      false,
      'Also report database clients that give neither connections nor statements a time limit (pg).',
      true,
    ),
  },
  messages: {
    call: '{{what}} waits {{time}} for an answer: when the other side hangs, so does every request that needs it, until sockets and memory run out. Give it a limit ({{how}}).',
    client:
      '{{what}} makes a client without a time limit: a call through it waits {{time}} when the other side hangs, and takes its caller along. Set one for all of its calls ({{how}}).',
    add: 'Add {{code}}',
  },
  create({ file, options, sourceCode, report }) {
    if ((file.kind !== 'source' && file.kind !== 'config') || isBrowserCode(file)) return {};
    const injected = new Set<unknown>();

    const isReported = (outgoing: Outgoing): boolean => {
      const { row, proof, node, library } = outgoing;
      if (proof === 'name' || row.does === 'defaults' || (row.database && !options.checkDatabases)) return false;
      // A default that is short enough counts, unless it is switched off.
      if (row.waits !== null && row.waits <= LONG && !isSwitchedOff(outgoing, sourceCode.text)) return false;
      if (isLocal(outgoing) || isStream(outgoing, sourceCode.text)) return false;
      if (timeLimitOf(outgoing, file) !== 'none') return false;
      if (library.name !== 'nestjs-axios') return true;
      // The module's registration is the one cause for all calls of a service.
      const owner = classOfThis(node);
      if (injected.has(owner)) return false;
      injected.add(owner);
      return true;
    };

    return {
      File() {
        for (const outgoing of outgoingOf(file)) {
          if (!isReported(outgoing)) continue;
          const { node, row } = outgoing;
          const fix = findTimeLimitFix(outgoing);
          report({
            node,
            message: row.does === 'client' ? 'client' : 'call',
            data: {
              what: nameOf(node, sourceCode.text),
              time: row.waits === null ? 'for ever' : `up to ${Math.round(row.waits / 60)} minutes`,
              how: row.write ?? row.limits[0] ?? row.link ?? 'timeout',
            },
            suggest: [fix && { message: 'add', data: { code: fix.code }, fix: fix.fix }],
          });
        }
      },
    };
  },
});

/** Addresses without a host are a browser's or a framework's own; `data:` and `file:` never leave the process. */
function isLocal(outgoing: Outgoing): boolean {
  const origin = originOf(outgoing);
  return (
    origin !== null &&
    /^(?:\/(?!\/)|\.\/|data:|file:|blob:)/.test(origin) &&
    outgoing.row.does === 'request' &&
    outgoing.owner === null
  );
}

/** A stream of events is open for long on purpose. */
const isStream = ({ node }: Outgoing, text: string): boolean =>
  /text\/event-stream|\bstream:\s*true\b|responseType:\s*['"]stream['"]/.test(text.slice(...node.range));

const isSwitchedOff = ({ node }: Outgoing, text: string): boolean =>
  /\btimeout:\s*(?:false|0)\b/.test(text.slice(...node.range));

/** `fetch`, `this.http.get`: the call as its reader knows it. */
function nameOf(node: Outgoing['node'], text: string): string {
  const callee = text.slice(...node.callee.range).replaceAll(/\s+/g, ' ');
  const name = node.type === 'NewExpression' ? `new ${callee}` : callee;
  return name.length <= 60 ? name : `${name.slice(0, 57)}…`;
}
