import type { LibraryType } from '../model/entity.js';
import type { ExportRow, Library, MemberRow, TypeRow } from '../model/library.js';
import { libraries } from './index.js';

type Capability = keyof MemberRow;

interface Found {
  readonly library: Library;
  readonly row: ExportRow;
}

const byModule = new Map<string, Library[]>();
const bySubpath: [prefix: string, library: Library][] = [];
/** What was asked of modules so far: the specifiers of a project are few. */
const described = new Map<string, readonly Library[]>();
const byName = new Map<string, Library>();
const byParameter = new Map<string, Library[]>();
const globalRows = new Map<string, Found>();
const types = new Map<string, LibraryType>();
const added: Library[] = [];
const namesByCapability = new Map<Capability, ReadonlySet<string>>();

for (const library of libraries) index(library);

function index(library: Library): void {
  byName.set(library.name, library);
  for (const module of library.modules) {
    if (module.endsWith('/*')) bySubpath.push([module.slice(0, -1), library]);
    else byModule.set(module, [...(byModule.get(module) ?? []), library]);
  }
  for (const name of Object.keys(library.parameters ?? {}))
    byParameter.set(name, [...(byParameter.get(name) ?? []), library]);
  for (const [name, row] of Object.entries(library.globals ?? {})) globalRows.set(name, { library, row });
}

/**
 * Adds a user's own library; the same one again (another configuration with the same rows) changes nothing.
 * @throws {Error} when its name is one of ours, or another row of the same name stands already.
 */
export function addLibrary(library: Library): void {
  const known = byName.get(library.name);
  if (known && JSON.stringify(known) === JSON.stringify(library)) return;
  if (known) throw new Error(`there is a library named "${library.name}" already`);
  index(library);
  added.push(library);
  namesByCapability.clear();
  described.clear();
}

/** Whether a user's library describes files of the project: `modules: ['./src/lib/shell']`. */
export const describesFiles = (): boolean =>
  added.some(({ modules }) => modules.some((module) => module.startsWith('./')));

/** The libraries that describe a module: usually one, none for the rest of npm. */
export function allLibrariesOf(module: string): readonly Library[] {
  const known = described.get(module);
  if (known) return known;
  const exact = byModule.get(module) ?? [];
  const wide = bySubpath.filter(([prefix, library]) => module.startsWith(prefix) && !exact.includes(library));
  // `@aws-sdk/client-s3` is one client's rows and those of all clients.
  const found = wide.length === 0 ? exact : [...exact, ...wide.map(([, library]) => library)];
  described.set(module, found);
  return found;
}

/** Whether a library names the module among its own. */
export const isModule = (specifier: string): boolean => byModule.has(specifier);

/** The library whose generated client an unresolvable specifier names: `../generated/prisma/client`. */
export const findGenerated = (specifier: string): Library | null =>
  libraries.find((library) => library.generated?.test(specifier)) ?? null;

export const findLibrary = (name: string): Library | null => byName.get(name) ?? null;

/** The row of a value that a module exports, by its path of names. `default` and namespace steps are transparent. */
export function findExport(module: string, path: readonly string[]): Found | null {
  for (const library of allLibrariesOf(module)) {
    const row = exportOf(library, path);
    if (row) return { library, row };
  }
  return null;
}

function exportOf(library: Library, path: readonly string[]): ExportRow | null {
  const direct = library.exports[path.length === 0 ? '*' : path.join('.')];
  if (direct) return direct;
  // `import pg from 'pg'` gives the same object as `import * as pg`; CommonJS `require('x').default` likewise.
  if (path[0] === 'default') return exportOf(library, path.slice(1));
  // A module that is itself a function or class: `const express = require('express')`.
  if (path.length === 0) return library.exports['default'] ?? null;
  return null;
}

/** The libraries that know what a parameter of this name is by convention. */
export const librariesWithParameter = (name: string): readonly Library[] => byParameter.get(name) ?? [];

export const findGlobal = (name: string): Found | null => globalRows.get(name) ?? null;

/** A library's type by its name, qualified or local to `library`. */
export function findType(name: string, library: Library): LibraryType | null {
  const id = name.includes('.') ? name : `${library.name}.${name}`;
  const known = types.get(id);
  if (known) return known;
  const owner = byName.get(id.slice(0, id.indexOf('.')));
  const row = owner?.types?.[id.slice(id.indexOf('.') + 1)];
  if (!owner || !row) return null;
  const made = new RowType(id, owner, row);
  types.set(id, made);
  return made;
}

class RowType implements LibraryType {
  constructor(
    readonly id: string,
    readonly library: Library,
    readonly row: TypeRow,
  ) {}

  private get parent(): LibraryType | null {
    return this.row.extends ? findType(this.row.extends, this.library) : null;
  }

  findMember(name: string): MemberRow | null {
    const { members } = this.row;
    if (members && Object.hasOwn(members, name)) return members[name]!;
    const inherited = this.parent?.findMember(name);
    if (inherited) return inherited;
    if (this.row.others && !/^[$_]|^(?:then|catch|finally|constructor|prototype)$/.test(name)) return this.row.others;
    return this.row.chain && !/^(?:then|catch|finally)$/.test(name) ? { returns: 'this' } : null;
  }

  is(id: string): boolean {
    return this.id === id || (this.parent?.is(id) ?? false);
  }
}

/** Every library known: this plugin's and the user's. */
export const allLibraries = (): readonly Library[] => (added.length === 0 ? libraries : [...libraries, ...added]);

/**
 * The names of all members and exports that have a capability (`query`, `route`, …), for finding candidate calls
 * before anything is resolved. `''` stands for calling a value itself under whatever name. `among` restricts the
 * libraries; without it the answer is kept.
 */
export function namesWith(capability: Capability, among?: readonly Library[]): ReadonlySet<string> {
  const known = among ? undefined : namesByCapability.get(capability);
  if (known) return known;
  const names = new Set<string>();
  for (const library of among ?? allLibraries()) addNames(library, capability, names);
  if (!among) namesByCapability.set(capability, names);
  return names;
}

function addNames(library: Library, capability: Capability, names: Set<string>): void {
  for (const [path, row] of [...Object.entries(library.exports), ...Object.entries(library.globals ?? {})]) {
    if (row[capability] === undefined) continue;
    const last = path.slice(path.lastIndexOf('.') + 1);
    names.add(last === 'default' || last === '*' ? '' : last);
  }
  for (const type of Object.values(library.types ?? {})) {
    for (const [name, row] of Object.entries(type.members ?? {})) if (row[capability] !== undefined) names.add(name);
    if (type.others?.[capability] !== undefined || type.call?.[capability] !== undefined) names.add('');
  }
}
