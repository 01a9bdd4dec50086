import { openCommandsOf } from '../../facts/flow/open-commands.js';
import { createFlowRule } from '../../rule/flow-rule.js';

export const rule = createFlowRule({
  name: 'no-command-injection',
  level: 'error',
  description: 'disallow request data in command lines and names of programs',
  cwe: [78, 77],
  kinds: ['command'],
  message:
    '{{source}} reaches the command that {{sink}} runs{{way}}: `; rm -rf /` in it runs as well, with the rights of the server. Start the program by execFile() or spawn() with a list of arguments and no shell, and pick it from a closed list.',
  // A line put together of an exported function's parameters: its callers can't be found, and can't quote for it.
  also: (file) =>
    file.kind === 'source'
      ? openCommandsOf(file).map(({ sink, parameter }) => ({
          node: sink.value,
          source: parameter.source.node,
          sink: sink.name,
        }))
      : [],
});
