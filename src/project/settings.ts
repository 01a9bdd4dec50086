import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { addLibrary, findLibrary } from '../libraries/registry.js';
import type { Settings } from '../model/project.js';
import type { BackendSettings } from '../model/settings.js';

const NONE: Settings = { modules: {} };
const read = new WeakMap<object, Settings>();

/** A mistake in the user's `settings.backend`, worded for the user. */
export class SettingsError extends Error {}

/**
 * `settings.backend` of an ESLint configuration; its libraries are added to the ones that the plugin knows.
 * @throws {SettingsError} naming the place in the settings that can't be read.
 */
export function readSettings(settings: Readonly<Record<string, unknown>>): Settings {
  const own = settings['backend'];
  if (own === undefined || own === null) return NONE;
  if (typeof own !== 'object') throw new SettingsError('settings.backend should be object');
  const known = read.get(own);
  if (known) return known;
  validate(own);
  const { libraries = [], modules = {} } = own;
  for (const library of libraries)
    try {
      addLibrary(library);
    } catch (fault) {
      throw new SettingsError(`settings.backend.libraries: ${(fault as Error).message}`);
    }
  for (const [module, library] of Object.entries(modules))
    if (!findLibrary(library)?.client)
      throw new SettingsError(`settings.backend.modules["${module}"]: no library with a client is named "${library}"`);
  const made: Settings = { modules };
  read.set(own, made);
  return made;
}

interface SchemaError {
  readonly dataPath: string;
  readonly message?: string;
  readonly params: { readonly additionalProperty?: string; readonly allowedValues?: readonly unknown[] };
}

type Validate = ((data: unknown) => boolean) & { errors?: readonly SchemaError[] | null };
let check: Validate | null = null;

/** Checks the settings by their JSON schema, which is made of the types in src/model/settings.ts. */
function validate(own: object): asserts own is BackendSettings {
  if (!check) {
    // Loaded only for those who have settings.
    const Ajv = createRequire(__filename)('ajv') as new () => { compile(schema: object): Validate };
    const schema = readFileSync(join(__dirname, '..', '..', 'settings.schema.json'), 'utf8');
    check = new Ajv().compile(JSON.parse(schema) as object);
  }
  if (check(own)) return;
  const { dataPath, message, params } = check.errors![0]!;
  const more = params.additionalProperty ?? params.allowedValues?.join(', ');
  throw new SettingsError(`settings.backend${dataPath} ${message}${more === undefined ? '' : ` (${more})`}`);
}
