import type { ExportRow, Library } from '../../model/library.js';

const line: ExportRow = { sinks: [{ kind: 'command', at: ['0'] }] };
const program: ExportRow = {
  sinks: [
    { kind: 'command', at: ['0'] },
    { kind: 'command', at: ['1.*'], when: [{ at: '2.shell', is: 'set' }] },
    {
      kind: 'command',
      at: ['1.*'],
      when: [{ at: '0', is: ['sh', 'bash', 'zsh', '/bin/sh', '/bin/bash', 'cmd', 'powershell', 'pwsh'] }],
    },
  ],
};

/** Wrappers round child_process. The tags `$` of execa and zx quote their holes. */
export const commands: readonly Library[] = [
  {
    // https://github.com/sindresorhus/execa/blob/main/docs/api.md
    name: 'execa',
    kind: 'node',
    modules: ['execa'],
    exports: {
      default: program,
      execa: program,
      execaSync: program,
      sync: program,
      execaCommand: line,
      execaCommandSync: line,
      command: line,
      commandSync: line,
    },
  },
  {
    // https://github.com/shelljs/shelljs#execcommand--options--callback
    name: 'shelljs',
    kind: 'node',
    modules: ['shelljs'],
    exports: { exec: line, 'default.exec': line },
  },
  {
    // https://github.com/sindresorhus/tinyspawn, https://github.com/tinylibs/tinyexec
    name: 'tinyexec',
    kind: 'node',
    modules: ['tinyexec', 'nano-spawn', 'cross-spawn-promise'],
    exports: { x: program, exec: program, default: program },
  },
  {
    // https://bun.com/docs/runtime/child-process
    name: 'bun-spawn',
    kind: 'node',
    modules: [],
    exports: {},
    globals: {
      'Bun.spawn': { sinks: [{ kind: 'command', at: ['0.0', '0.cmd.0'] }] },
      'Bun.spawnSync': { sinks: [{ kind: 'command', at: ['0.0', '0.cmd.0'] }] },
    },
  },
];
