// @complete: no-node-only-in-edge
// ok: no-node-only-in-edge -- runs on Node
import { readFile } from 'node:fs/promises';
import { Pool } from 'pg';

export const runtime = 'nodejs';

export async function GET(): Promise<Response> {
  return Response.json({ file: await readFile('/etc/hosts', 'utf8'), size: new Pool().totalCount });
}
