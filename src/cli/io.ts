import type { Readable, Writable } from 'node:stream';

type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** The world outside, handed in so that tests can be one. */
export interface Io {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** Whether a stream gets colours: FORCE_COLOR and NO_COLOR (no-color.org) first, then what the stream is. */
export function hasColour(stream: { readonly isTTY?: boolean }, env: Io['env']): boolean {
  if (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false') return true;
  if (env['FORCE_COLOR'] !== undefined || env['NO_COLOR']) return false;
  return stream.isTTY === true && env['TERM'] !== 'dumb';
}

/** Reads a stream to its end as UTF-8. */
export async function readAll(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks).toString('utf8');
}
