import type { Io } from './io.js';
import { mergeReports } from './merge.js';
import type { CliPlugin } from './plugin.js';

/** What `backend-lint <name>` does instead of linting; gives the exit code. A folder of that name is `./<name>`. */
type Command = (args: readonly string[], plugin: CliPlugin, io: Io) => Promise<number>;

interface Described {
  readonly run: Command;
  readonly usage: string;
  readonly help: string;
}

/** Every command, in the order of the help. */
export const COMMANDS: ReadonlyMap<string, Described> = new Map([
  [
    'init',
    {
      // It reads code and YAML: what that needs is loaded only here.
      run: async (args, _, io) => (await import('./init/index.js')).init(args, io),
      usage: 'init [--yes] [--dry-run]',
      help: "add the plugin to this project's ESLint config, its hook manager and its CI; shows before it writes",
    },
  ],
  [
    'codemod',
    {
      // It changes code: what that needs is loaded only here.
      run: async (args, _, io) => (await import('./codemod.js')).codemod(args, io),
      usage: 'codemod NAME [--dry-run] [--yes] [--route ROUTE] [PATH...]',
      help: 'change a project: env, idempotency, singleton-client, pagination; shows the diff before it writes',
    },
  ],
  [
    'merge',
    {
      run: async (args, _, io) => {
        io.stdout.write(await mergeReports(io.cwd, args));
        return 0;
      },
      usage: 'merge REPORT...',
      help: 'one SARIF or JSON report, on stdout, out of those that --shard left',
    },
  ],
  [
    'report',
    {
      // It analyses code and makes a page: what that needs is loaded only here.
      run: async (args, plugin, io) => (await import('./report.js')).report(args, plugin, io),
      usage: 'report [--out report.html] [--json] [--compare EARLIER] [--preset NAME] [PATH...]',
      help: 'one HTML page of every endpoint and what it does, of the findings and the system; or all of it as JSON',
    },
  ],
  [
    'routes',
    {
      // It analyses code: what that needs is loaded only here.
      run: async (args, _, io) => (await import('./routes.js')).routes(args, io),
      usage: 'routes [--json] [PATH...]',
      help: 'every route with its place, handler and guards, and what the rules know of it',
    },
  ],
]);
