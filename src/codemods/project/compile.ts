import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Diagnostic, Project } from 'ts-morph';

import { Refusal, type Change } from '../plan.js';
import { shown, type Target } from './target.js';

/** Beyond it only the changed files and those that import them are checked. */
const MAX_CHECKED = 400;
/**
 * Compiles the project in memory as it is and as it would be, through ts-morph.
 * @returns whether the types of its dependencies were there to be checked
 * @throws {Refusal} for the first error that the changes would bring
 */
export async function checkCompiles(target: Target, changes: readonly Change[]): Promise<boolean> {
  const code = changes.filter(({ path }) => /\.[cm]?[jt]sx?$/.test(path));
  if (code.length === 0) return true;
  // Heavy, and of no use to those who only lint.
  const { Project } = await import('ts-morph');
  const config = findConfig(target);
  const project = new Project({
    ...(config === null ? {} : { tsConfigFilePath: config }),
    compilerOptions: {
      noEmit: true,
      skipLibCheck: true,
      ...(config === null ? { allowJs: true, noResolve: true } : {}),
    },
    // Only the errors that are new count, so other files of a project without a configuration are not needed.
    skipAddingFilesFromTsConfig: config === null,
  });
  for (const { path, before } of code)
    if (before !== null && !project.getSourceFile(path)) project.addSourceFileAtPath(path);
  const watched = watchedFiles(
    project,
    code.map(({ path }) => path),
  );
  // JavaScript has no types to be broken: its syntax is checked.
  const isInstalled = [target.dir, target.package.workspaceRoot].some((dir) => existsSync(join(dir, 'node_modules')));
  const hasTypes = isInstalled && config !== null;
  const before = errorsOf(project, watched, hasTypes);
  for (const { path, after } of code) project.createSourceFile(path, after, { overwrite: true });
  const after = errorsOf(project, [...new Set([...watched, ...code.map(({ path }) => path)])], hasTypes);
  for (const [key, { diagnostic, count }] of after)
    if (count > (before.get(key)?.count ?? 0)) {
      const path = diagnostic.getSourceFile()?.getFilePath() ?? '';
      throw new Refusal(
        `The project would no longer compile (${shown(target, path)}: ${messageOf(diagnostic)}); nothing was written.`,
      );
    }
  return isInstalled || config === null;
}

function findConfig({ dir, isTypescript, package: owner }: Target): string | null {
  if (!isTypescript) return null;
  for (let folder = dir; ; folder = dirname(folder)) {
    const file = join(folder, 'tsconfig.json');
    if (existsSync(file)) return file;
    if (folder === owner.workspaceRoot || dirname(folder) === folder) return null;
  }
}

/** The changed files with those that import them, or all where they are few. */
function watchedFiles(project: Project, changed: readonly string[]): string[] {
  const all = project.getSourceFiles().filter((file) => !file.isInNodeModules() && !file.isDeclarationFile());
  if (all.length <= MAX_CHECKED) return all.map((file) => file.getFilePath());
  const own = all.filter((file) => changed.includes(file.getFilePath()));
  const importers = own.flatMap((file) => file.getReferencingSourceFiles());
  return [...new Set([...own, ...importers].map((file) => file.getFilePath() as string))];
}

interface Counted {
  readonly diagnostic: Diagnostic;
  readonly count: number;
}

/** The errors of files, by file and wording, for their lines move; without the dependencies' types those of syntax. */
function errorsOf(project: Project, paths: readonly string[], hasTypes: boolean): Map<string, Counted> {
  const errors = new Map<string, Counted>();
  const program = project.getProgram();
  for (const path of paths) {
    const file = project.getSourceFile(path);
    if (!file) continue;
    const found: Diagnostic[] = [...program.getSyntacticDiagnostics(file)];
    if (hasTypes) found.push(...program.getSemanticDiagnostics(file));
    for (const diagnostic of found) {
      const key = `${path}|${diagnostic.getCode()}|${messageOf(diagnostic)}`;
      errors.set(key, { diagnostic, count: (errors.get(key)?.count ?? 0) + 1 });
    }
  }
  return errors;
}

function messageOf(diagnostic: Diagnostic): string {
  const message = diagnostic.getMessageText();
  const text = typeof message === 'string' ? message : message.getMessageText();
  return `TS${diagnostic.getCode()} ${text.replace(/\s+/g, ' ')}`;
}
