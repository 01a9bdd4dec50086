import type { Sink } from '../../model/flow.js';
import { argumentAt, constantOf } from '../values.js';

/** Options by which a client doesn't follow redirects, with the values that say so. */
const OPTIONS: readonly (readonly [name: string, values: readonly unknown[]])[] = [
  ['redirect', ['manual', 'error']],
  ['maxRedirects', [0]],
  ['maxRedirections', [0]],
  ['followRedirect', [false]],
  ['followRedirects', [false]],
  ['follow', [0]],
];

/** Whether an outgoing call stays at the address that it is given: Node's own clients do, others when told. */
export function doesNotFollow({ site, name }: Sink): boolean {
  if (site.type !== 'CallExpression') return false;
  if (/^(?:https?\.(?:get|request)|(?:net|tls)\.(?:connect|createConnection))$/.test(name)) return true;
  return site.arguments.some((_, i) =>
    OPTIONS.some(([option, values]) => {
      const found = argumentAt(site, `${i}.${option}`);
      return typeof found !== 'string' && values.includes(constantOf(found));
    }),
  );
}
