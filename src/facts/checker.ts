import type { TSESTree } from '@typescript-eslint/utils';
import type ts from 'typescript';

import type { TypeKnowledge } from '../model/types.js';
import type { Node } from '../syntax/ast.js';

interface Services {
  readonly program?: ts.Program | null;
  readonly getTypeAtLocation?: (node: TSESTree.Node) => ts.Type;
}

/** Flags of TypeScript's `TypeFlags`, which may not be loaded just for their names. */
const NUMERIC = 8 | 64 | 16 | 256 | 2048 | 512;
const LITERAL = 128 | 256 | 512 | 1024 | 2048;
const UNION = 1 << 20;
const NULLISH = 32768 | 65536;

const made = new WeakMap<object, TypeKnowledge>();

/** The checker behind typed parser services; null in untyped runs. Asks softly: typed runs only ever know more. */
export function checkerOf(services: unknown): TypeKnowledge | null {
  const { program, getTypeAtLocation } = (services ?? {}) as Services;
  if (!program || !getTypeAtLocation) return null;
  let knowledge = made.get(services as object);
  if (!knowledge) {
    knowledge = new CheckedTypes((node) => getTypeAtLocation(node));
    made.set(services as object, knowledge);
  }
  return knowledge;
}

class CheckedTypes implements TypeKnowledge {
  constructor(private readonly typeAt: (node: Node) => ts.Type) {}

  declaredIn(node: Node): { module: string; name: string } | null {
    const type = this.#softly(node);
    if (!type) return null;
    return declarationOf(type) ?? declarationOf(firstArgumentOf(type));
  }

  isNumeric(node: Node): boolean {
    const type = this.#softly(node);
    return type !== null && partsOf(type).every((part) => (part.flags & (NUMERIC | NULLISH)) !== 0);
  }

  isClosed(node: Node): boolean {
    const type = this.#softly(node);
    return type !== null && partsOf(type).every((part) => (part.flags & (LITERAL | NULLISH)) !== 0);
  }

  #softly(node: Node): ts.Type | null {
    try {
      return this.typeAt(node);
    } catch {
      return null;
    }
  }
}

const partsOf = (type: ts.Type): readonly ts.Type[] =>
  (type.flags & UNION) !== 0 ? (type as ts.UnionType).types : [type];

/** `Promise<T>` counts as `T`. */
function firstArgumentOf(type: ts.Type): ts.Type | undefined {
  if (type.getSymbol()?.name !== 'Promise') return undefined;
  return (type as ts.TypeReference).typeArguments?.[0];
}

function declarationOf(type: ts.Type | undefined): { module: string; name: string } | null {
  const symbol = type?.symbol ?? type?.aliasSymbol;
  const path = symbol?.declarations?.[0]?.getSourceFile().fileName.replaceAll('\\', '/');
  const inside = path?.slice(path.lastIndexOf('/node_modules/') + '/node_modules/'.length);
  if (!symbol || !path?.includes('/node_modules/') || inside === undefined) return null;
  const parts = inside.split('/');
  const module = parts[0]!.startsWith('@') ? `${parts[0]}/${parts[1]}` : parts[0]!;
  return {
    module: module.startsWith('@types/') ? module.slice('@types/'.length).replace('__', '/') : module,
    name: symbol.name,
  };
}
