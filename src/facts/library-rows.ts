import { findExport, findGlobal, findType } from '../libraries/registry.js';
import type { Entity, Instance } from '../model/entity.js';
import type { ExportRow, Library, MemberRow } from '../model/library.js';
import type { Proof } from '../model/proof.js';
import type { Node } from '../syntax/ast.js';

/** The row of an external export, globals included. */
export function findRow(entity: Extract<Entity, { kind: 'export' }>): { row: ExportRow; library: Library } | null {
  return entity.module === 'global' ? findGlobal(entity.path.join('.')) : findExport(entity.module, entity.path);
}

/** The row that says what using (calling, tagging) an entity does. */
export function rowOf(entity: Entity | null): MemberRow | null {
  if (!entity) return null;
  if (entity.kind === 'method') return entity.row;
  if (entity.kind === 'export') return findRow(entity)?.row ?? null;
  if (entity.kind === 'instance') return entity.type.row.call ?? null;
  return null;
}

/** The library that an entity comes from, or null. */
export function libraryOf(entity: Entity | null): Library | null {
  if (entity?.kind === 'method') return entity.library;
  if (entity?.kind === 'instance') return entity.type.library;
  if (entity?.kind === 'export') return findRow(entity)?.library ?? null;
  return null;
}

export function proofOf(entity: Entity | null): Proof {
  return entity && 'proof' in entity ? entity.proof : 'import';
}

/** A value of a library's type. */
export function instanceOf(name: string, library: Library, proof: Proof, at: Node | null): Instance | null {
  const type = findType(name, library);
  return type && { kind: 'instance', type, proof, at };
}

/** The meaning of `x: X` for an exported X. */
export function instanceOfAnnotation(row: ExportRow, library: Library, proof: Proof, at: Node | null): Instance | null {
  const name = row.annotation ?? row.new ?? row.type;
  return name === undefined ? null : instanceOf(name, library, proof, at);
}
