// @complete: no-node-only-in-edge
// ok: no-node-only-in-edge
import { readFile } from 'node:fs/promises';

export const runtime = 'nodejs';
export const GET = async () => new Response(await readFile('/tmp/report'));
