// @complete: no-sync-io-in-handler
import { writeFileSync } from 'node:fs';

export function main(args: string[]) {
  // ok: no-sync-io-in-handler -- a command line tool
  writeFileSync('out.json', JSON.stringify(args));
}
main(process.argv.slice(2));
