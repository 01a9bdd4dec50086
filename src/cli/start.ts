import type { CliPlugin } from './plugin.js';
import { run } from './run.js';

/** Runs the command in this process, with its arguments and streams, and sets the exit code. */
export async function start(plugin: CliPlugin): Promise<void> {
  // ESLint warns of files that it would read in its own command (.eslintignore); nothing here reads them.
  process.removeAllListeners('warning');
  // Whoever reads the output may stop early (`backend-lint | head`): that is no error.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const { stdin, stdout, stderr, env } = process;
  // Not process.exit: that would cut off what is still being written.
  process.exitCode = await run(process.argv.slice(2), plugin, { cwd: process.cwd(), stdin, stdout, stderr, env });
}
