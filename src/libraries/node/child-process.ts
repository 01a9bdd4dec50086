import type { ExportRow, Library } from '../../model/library.js';

/** The command line goes through a shell. */
const shell: ExportRow = { sinks: [{ kind: 'command', at: ['0'] }] };
/** The program is started as it is; a shell reads its arguments only where one is asked for, or is the program. */
const SHELLS = [
  'sh',
  'bash',
  'zsh',
  'dash',
  'ksh',
  '/bin/sh',
  '/bin/bash',
  '/usr/bin/env',
  'cmd',
  'cmd.exe',
  'powershell',
  'powershell.exe',
  'pwsh',
];
const program: ExportRow = {
  sinks: [
    { kind: 'command', at: ['0'] },
    { kind: 'command', at: ['1.*'], when: [{ at: '2.shell', is: 'set' }] },
    { kind: 'command', at: ['1.*'], when: [{ at: '0', is: SHELLS }] },
  ],
};

/** https://nodejs.org/api/child_process.html */
export const childProcess: Library = {
  name: 'child-process',
  kind: 'node',
  modules: ['child_process', 'node:child_process', 'cross-spawn', 'child-process-promise', 'promisify-child-process'],
  exports: {
    default: program,
    exec: shell,
    execSync: shell,
    spawn: program,
    'spawn.sync': program,
    sync: program,
    spawnSync: program,
    execFile: program,
    execFileSync: program,
    fork: { sinks: [{ kind: 'command', at: ['0'] }] },
  },
};
