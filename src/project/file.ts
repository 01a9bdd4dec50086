import type { ScopeManager } from '@typescript-eslint/scope-manager';

import type { BackendFile, FileKind, SyntaxIndex } from '../model/file.js';
import type { Project } from '../model/project.js';
import type { TypeKnowledge } from '../model/types.js';
import type { TSESTree } from '../syntax/ast.js';
import { classifyFile } from './files.js';

interface Parts {
  readonly path: string;
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly scopes: () => ScopeManager;
  readonly project: Project;
  readonly types: TypeKnowledge | null;
  readonly makeIndex: (ast: TSESTree.Program) => SyntaxIndex;
}

/** A parsed file with its facts, each made when first asked for. */
export class SourceFile implements BackendFile {
  readonly path: string;
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly project: Project;
  readonly types: TypeKnowledge | null;
  readonly #analyse: () => ScopeManager;
  readonly #makeIndex: (ast: TSESTree.Program) => SyntaxIndex;
  readonly #facts = new Map<unknown, unknown>();
  #kind: FileKind | null = null;
  #index: SyntaxIndex | null = null;
  #scopes: ScopeManager | null = null;

  constructor({ path, text, ast, scopes, project, types, makeIndex }: Parts) {
    this.path = path;
    this.text = text;
    this.ast = ast;
    this.#analyse = scopes;
    this.project = project;
    this.types = types;
    this.#makeIndex = makeIndex;
  }

  get kind(): FileKind {
    return (this.#kind ??= /^\/[/*].*(?:@generated|DO NOT EDIT|auto-?generated)/im.test(this.text.slice(0, 600))
      ? 'generated'
      : classifyFile(this.path));
  }

  get scopes(): ScopeManager {
    return (this.#scopes ??= this.#analyse());
  }

  get index(): SyntaxIndex {
    return (this.#index ??= this.#makeIndex(this.ast));
  }

  memo<T>(make: (file: BackendFile) => T): T {
    const known = this.#facts.get(make);
    if (known !== undefined || this.#facts.has(make)) return known as T;
    const made = make(this);
    this.#facts.set(make, made);
    return made;
  }
}
