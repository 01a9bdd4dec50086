import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
const KNOWN: Record<string, () => Promise<unknown>> = {
  csv: () => import('./engine.js'),
};

export const loadPlugin = (name: string): Promise<unknown> => import(`./plugins/${name}.js`);
export const loadKnown = (name: string): Promise<unknown> | undefined => KNOWN[name]?.();
export { load };
