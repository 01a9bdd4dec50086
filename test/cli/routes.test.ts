import { resolve } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { routes } from '../../src/cli/routes.js';

const DEPOT = resolve(__dirname, '../cases/require-auth-on-mutations/depot');

async function run(args: readonly string[], cwd = DEPOT): Promise<string> {
  const stdout = new PassThrough();
  const chunks: string[] = [];
  stdout.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  await routes(args, { cwd, env: { NO_COLOR: '1' }, stdin: Readable.from([]), stdout, stderr: new PassThrough() });
  return chunks.join('');
}

interface Row {
  readonly method: string;
  readonly path: string;
  readonly file: string;
  readonly line: number;
  readonly authenticated: boolean;
  readonly paginated: boolean | null;
  readonly guards: readonly { readonly name: string; readonly scope: string }[];
}

describe('backend-lint routes', () => {
  it('prints every route with its whole address, its place and what the rules know', async () => {
    const lines = (await run([])).split('\n').map((line) => line.replaceAll(/ {2,}/g, '  '));
    expect(lines).toContain('method  path  place  handler  auth  limit  valid  idem  page  guards');
    expect(lines).toContain(
      'DELETE  /closed/pallets/:id  src/closed.ts:8  (function)  yes  no  -  -  -  express.json, authenticate',
    );
    expect(lines).toContain('DELETE  /open/pallets/:id  src/open.ts:9  (function)  no  no  -  -  -  express.json');
  });

  it('gives the same as JSON, with the scope of each guard', async () => {
    const rows = JSON.parse(await run(['--json'])) as Row[];
    expect(rows.map(({ method, path, authenticated }) => `${method} ${path} ${authenticated}`)).toEqual([
      'POST /auth/register false',
      'GET /pallets false',
      'DELETE /closed/pallets/:id true',
      'DELETE /open/pallets/:id false',
      'PUT /open/pallets/:id true',
      'POST /open/webhooks/scale false',
    ]);
    expect(rows[1]).toMatchObject({ file: 'src/app.ts', paginated: true });
    expect(rows[2]?.guards).toContainEqual({ name: 'authenticate', module: null, scope: 'application' });
  });

  it('says so where there are none', async () => {
    expect(await run(['src/users.ts'])).toBe('No routes found.\n');
  });

  it('knows no other options', async () => {
    await expect(run(['--yaml'])).rejects.toThrow('Unknown option --yaml: routes knows --json, files and folders.');
  });
});
