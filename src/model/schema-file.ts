import type { FileKind } from './file.js';
import type { Project } from './project.js';

/** A file beside the code that a rule looks at: schema.prisma, a migration in SQL, a tsconfig.json. `Tree` is what it holds. */
export interface SchemaFile<Tree> {
  /** Absolute path. */
  readonly path: string;
  readonly text: string;
  readonly kind: FileKind;
  readonly project: Project;
  readonly tree: Tree;
}
