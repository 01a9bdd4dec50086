import { statSync, readFileSync } from 'node:fs';

import { indexSyntax } from '../facts/syntax-index.js';
import { registerFile, type BackendFile } from '../model/file.js';
import type { DeploymentSign, Service } from '../model/deployment.js';
import type { PackageFacts, Project, Resolution, Settings } from '../model/project.js';
import { deploymentEvidence } from './deployment.js';
import { currentEpoch } from './caches.js';
import { SourceFile } from './file.js';
import { dependenciesOf, findPackage } from './packages.js';
import { parseFile } from './parse.js';
import { proxyTexts } from './proxies.js';
import { resolveImport } from './resolve.js';
import { schemaFiles, schemaText, schemaTexts } from './schemas.js';
import { servicesRound } from './services.js';
import { startTexts } from './starts.js';
import { allVersions, filesMentioning, importersOf } from './survey.js';

/** Text of all opened files together, in characters; the least recently used go first. */
const MAX_TEXT = 8_000_000;
/** Largest file that is followed into; beyond it stand bundles and generated data. */
const MAX_FILE = 400_000;

interface Opened {
  readonly file: BackendFile | null;
  readonly modified: number;
  readonly size: number;
  /** When it was last asked for, counted in questions. */
  used: number;
}

/** The project beyond the linted file, with the cache of opened files. One per process and settings. */
export class OpenProject implements Project {
  readonly #opened = new Map<string, Opened>();
  #characters = 0;
  #checked = 0;
  #questions = 0;
  #versions = allVersions();

  constructor(readonly settings: Settings) {}

  resolve(specifier: string, fromFile: string): Resolution {
    return resolveImport(specifier, fromFile);
  }

  open(path: string): BackendFile | null {
    const known = this.#opened.get(path);
    if (known) {
      known.used = ++this.#questions;
      return known.file;
    }
    const stamp = stampOf(path);
    if (!stamp) return null;
    const file = stamp.size > MAX_FILE ? null : this.#parse(path);
    this.#opened.set(path, { ...stamp, file, used: ++this.#questions });
    this.#characters += stamp.size;
    if (this.#characters > MAX_TEXT) this.#dropOldest(path);
    return file;
  }

  /** Makes room for some while: to look for the oldest takes longer than to drop one. */
  #dropOldest(kept: string): void {
    const byUse = [...this.#opened].sort(([, a], [, b]) => a.used - b.used);
    for (const [path, { size }] of byUse) {
      if (this.#characters <= MAX_TEXT * 0.9) return;
      if (path === kept) continue;
      this.#opened.delete(path);
      this.#characters -= size;
    }
  }

  /** The file if it has been opened and its text was this. */
  findOpened(path: string, text: string): BackendFile | null {
    const file = this.#opened.get(path)?.file;
    return file?.text === text ? file : null;
  }

  #parse(path: string): BackendFile | null {
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch {
      return null;
    }
    const parsed = parseFile(path, text);
    if (!parsed) return null;
    const file = new SourceFile({ path, text, ...parsed, project: this, types: null, makeIndex: indexSyntax });
    registerFile(file);
    return file;
  }

  /**
   * Looks whether an opened file, or any that was searched, has changed on disk and then drops all of them: facts of one
   * file rest on others.
   * Called once per linted file; looks once per epoch.
   */
  refresh(): void {
    const epoch = currentEpoch();
    if (epoch === this.#checked) return;
    this.#checked = epoch;
    const versions = allVersions();
    const isSame = [...this.#versions].every(([root, version]) => versions.get(root) === version);
    this.#versions = versions;
    if (!isSame) {
      this.#opened.clear();
      this.#characters = 0;
      return;
    }
    for (const [path, { modified, size }] of this.#opened) {
      const stamp = stampOf(path);
      if (stamp && stamp.modified === modified && stamp.size === size) continue;
      this.#opened.clear();
      this.#characters = 0;
      return;
    }
  }

  findPackage(path: string): PackageFacts | null {
    return findPackage(path);
  }

  dependenciesOf(path: string): ReadonlySet<string> | null {
    const owner = findPackage(path);
    return owner && dependenciesOf(owner);
  }

  filesMentioning(path: string, needle: string | RegExp): readonly string[] {
    const root = findPackage(path)?.workspaceRoot;
    return root === undefined ? [] : filesMentioning(root, needle);
  }

  importersOf(path: string): readonly string[] {
    return importersOf(path);
  }

  schemaTexts(path: string): readonly string[] {
    const root = findPackage(path)?.workspaceRoot;
    return root === undefined ? [] : schemaTexts(root);
  }

  schemaFiles(path: string): readonly string[] {
    const root = findPackage(path)?.workspaceRoot;
    return root === undefined ? [] : schemaFiles(root);
  }

  schemaText(path: string): string | null {
    return schemaText(path);
  }

  proxyTexts(path: string): readonly string[] {
    const root = findPackage(path)?.workspaceRoot;
    return root === undefined ? [] : proxyTexts(root);
  }

  startTexts(path: string): readonly string[] {
    const found = findPackage(path);
    return found ? startTexts(found.dir, found.workspaceRoot) : [];
  }

  deploymentEvidence(path: string): readonly DeploymentSign[] {
    return deploymentEvidence(path);
  }

  servicesRound(path: string): readonly Service[] {
    return servicesRound(path);
  }
}

function stampOf(path: string): { modified: number; size: number } | null {
  try {
    const { mtimeMs, size } = statSync(path);
    return { modified: mtimeMs, size };
  } catch {
    return null;
  }
}

const projects = new Map<string, OpenProject>();

/** The project for these settings. */
export function projectFor(settings: Settings): OpenProject {
  const key = JSON.stringify(settings);
  let project = projects.get(key);
  if (!project) projects.set(key, (project = new OpenProject(settings)));
  return project;
}
