import { isBuiltin } from 'node:module';

import { allLibraries, isModule, namesWith } from '../libraries/registry.js';
import type { BackendFile } from '../model/file.js';
import type { Library, MemberRow } from '../model/library.js';
import { aliasesIn } from './aliases.js';

const usable = new WeakMap<ReadonlySet<string>, readonly Library[]>();
const byDependencies = new WeakMap<ReadonlySet<string>, Map<keyof MemberRow, ReadonlySet<string>>>();

/**
 * The names of members with a capability, of those libraries only that code of the file's package can use. Far fewer
 * calls are candidates then: a project on Prisma alone has no queries named `get` or `all`.
 */
export function namesFor(file: BackendFile, capability: keyof MemberRow): ReadonlySet<string> {
  const own = file.memo(ownNames);
  let found = own.get(capability);
  if (!found) own.set(capability, (found = withAliases(sharedNames(file, capability), file)));
  return found;
}

const ownNames = (): Map<keyof MemberRow, ReadonlySet<string>> => new Map<keyof MemberRow, ReadonlySet<string>>();

/** The same under the names that the file gives them: `import { hash as slowly } from 'bcrypt'`. */
function withAliases(names: ReadonlySet<string>, file: BackendFile): ReadonlySet<string> {
  const aliases = aliasesIn(file).filter(([alias, name]) => name !== '' && names.has(name) && !names.has(alias));
  return aliases.length === 0 ? names : new Set([...names, ...aliases.map(([alias]) => alias)]);
}

function sharedNames(file: BackendFile, capability: keyof MemberRow): ReadonlySet<string> {
  const dependencies = file.memo(dependenciesFor);
  if (!dependencies) return namesWith(capability);
  let names = byDependencies.get(dependencies);
  if (!names) byDependencies.set(dependencies, (names = new Map<keyof MemberRow, ReadonlySet<string>>()));
  let found = names.get(capability);
  if (!found) {
    found = namesWith(capability, usableLibraries(dependencies));
    names.set(capability, found);
  }
  return found;
}

function usableLibraries(dependencies: ReadonlySet<string>): readonly Library[] {
  let found = usable.get(dependencies);
  if (!found) usable.set(dependencies, (found = allLibraries().filter((library) => isUsable(library, dependencies))));
  return found;
}

/** The dependencies that bound the question; null where they don't: no package.json, or an import that it doesn't list. */
function dependenciesFor(file: BackendFile): ReadonlySet<string> | null {
  const dependencies = file.project.dependenciesOf(file.path);
  // A package.json that lists nothing at all says nothing.
  if (!dependencies || dependencies.size === 0 || Object.keys(file.project.settings.modules).length > 0) return null;
  const unlisted = file.index.specifiers.some(
    (specifier) =>
      !specifier.startsWith('.') && !isListed(packageOf(specifier), dependencies) && isDescribed(specifier),
  );
  return unlisted ? null : dependencies;
}

const isListed = (name: string, dependencies: ReadonlySet<string>): boolean =>
  dependencies.has(name) || dependencies.has(`@types/${name.replace(/^@/, '').replace('/', '__')}`);

/** Whether a library needs no dependency (built in, global, a place in the folder), or is one. */
function isUsable(library: Library, dependencies: ReadonlySet<string>): boolean {
  return (
    library.globals !== undefined ||
    library.files !== undefined ||
    library.modules.length === 0 ||
    library.modules.some(
      (module) => isBuiltin(module) || module.startsWith('./') || isListed(packageOf(module), dependencies),
    )
  );
}

const isDescribed = (specifier: string): boolean => isModule(specifier) && !isBuiltin(specifier);

/** The package of a module: `@scope/name/sub` → `@scope/name`. */
const packageOf = (module: string): string => module.split('/', module.startsWith('@') ? 2 : 1).join('/');
