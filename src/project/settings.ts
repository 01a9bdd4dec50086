import type { Settings } from '../model/project.js';

const NONE: Settings = { modules: {} };
const read = new WeakMap<object, Settings>();

/**
 * `settings.backend` of an ESLint configuration.
 * @throws {Error} naming the setting, when it can't be read.
 */
export function readSettings(settings: Readonly<Record<string, unknown>>): Settings {
  const own = settings['backend'];
  if (own === undefined || own === null) return NONE;
  if (typeof own !== 'object') throw new Error('settings.backend must be an object');
  const known = read.get(own);
  if (known) return known;
  for (const key of Object.keys(own))
    if (key !== 'modules') throw new Error(`settings.backend has no option "${key}"; it knows: modules`);
  const { modules } = own as { modules?: unknown };
  const made: Settings = { modules: modules === undefined ? {} : readModules(modules) };
  read.set(own, made);
  return made;
}

function readModules(modules: unknown): Record<string, string> {
  if (typeof modules !== 'object' || modules === null || Array.isArray(modules))
    throw new Error('settings.backend.modules must be an object from module names to library names');
  for (const [module, library] of Object.entries(modules))
    if (typeof library !== 'string')
      throw new Error(`settings.backend.modules["${module}"] must be the name of a library`);
  return modules as Record<string, string>;
}
