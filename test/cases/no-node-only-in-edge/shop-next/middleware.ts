// @complete: no-node-only-in-edge
// ok: no-node-only-in-edge
import { jwtVerify } from 'jose';
// bad: no-node-only-in-edge
import fs from 'fs';

export async function middleware() {
  await jwtVerify('', new Uint8Array());
  return new Response(fs.readFileSync('/etc/hostname'));
}
