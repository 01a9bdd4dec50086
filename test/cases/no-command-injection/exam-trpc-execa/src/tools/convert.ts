import { execFile, exec } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(exec);
const runFile = promisify(execFile);

export async function convert(source: string, format: string): Promise<string> {
  const { stdout } = await run(`ffmpeg -i ${source} out.${format}`);
  return stdout;
}

export async function probe(source: string): Promise<string> {
  const { stdout } = await runFile('ffprobe', ['-v', 'error', '--', source]);
  return stdout;
}
