import type { TSESTree } from '@typescript-eslint/utils';

import type { ClassNode, FunctionNode, Node } from '../syntax/ast.js';
import type { BackendFile } from './file.js';
import type { Library, MemberRow, TypeRow } from './library.js';
import type { Proof } from './proof.js';

/** A library's type, ready to ask. */
export interface LibraryType {
  /** Qualified: `pg.Pool`. */
  readonly id: string;
  readonly library: Library;
  readonly row: TypeRow;
  /** The member of that name, inherited ones included; builders answer for names they don't list. */
  findMember(name: string): MemberRow | null;
  is(id: string): boolean;
}

/** What an expression denotes. `null` elsewhere in the model means "unknown", which is an answer. */
export type Entity =
  /** An export of an external package (or a global): `pg` → `['Pool']`. */
  | { readonly kind: 'export'; readonly module: string; readonly path: readonly string[]; readonly proof: Proof }
  /** A value of a library's type; `at` is the expression that made it, `via` the member it was read from. */
  | {
      readonly kind: 'instance';
      readonly type: LibraryType;
      readonly proof: Proof;
      readonly at: Node | null;
      readonly via?: { readonly name: string; readonly node: Node };
    }
  /** A method or function of a library, not yet called. */
  | {
      readonly kind: 'method';
      readonly row: MemberRow;
      readonly library: Library;
      readonly owner: (Entity & { kind: 'instance' }) | null;
      readonly name: string;
      readonly proof: Proof;
    }
  /** A class of the project, and an instance of one. */
  | { readonly kind: 'class'; readonly node: ClassNode }
  | { readonly kind: 'object'; readonly node: ClassNode; readonly proof: Proof }
  | { readonly kind: 'function'; readonly node: FunctionNode }
  /** An object or array literal. */
  | { readonly kind: 'literal'; readonly node: TSESTree.ObjectExpression | TSESTree.ArrayExpression }
  /** `import * as x from './x'`. */
  | { readonly kind: 'namespace'; readonly file: BackendFile }
  /** A value known by an interface or type literal of the project only. */
  | { readonly kind: 'shape'; readonly node: TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeLiteral }
  | { readonly kind: 'enum'; readonly node: TSESTree.TSEnumDeclaration };

export type Instance = Extract<Entity, { kind: 'instance' }>;
export type Method = Extract<Entity, { kind: 'method' }>;
