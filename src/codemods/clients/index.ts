import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { exportsOf } from '../../facts/exports.js';
import { lineOf, sourceText } from '../../model/file.js';
import { unwrap } from '../../syntax/nodes.js';
import { Edits } from '../edits.js';
import { Refusal, type Change, type Note, type Plan, type Request } from '../plan.js';
import { checkCompiles } from '../project/compile.js';
import { addImport } from '../project/imports.js';
import { shown, targetOf, type Target } from '../project/target.js';
import { moduleText } from '../project/template.js';
import { closingsOf, creationsOf, type ClientCreation } from './creations.js';
import { dropUnused, importsFor, wholeLines } from './origin.js';

interface Home {
  readonly path: string;
  readonly name: string;
  readonly isDefault: boolean;
  /** The creation that stays; null where the module is made. */
  readonly creation: ClientCreation | null;
}

/** `codemod singleton-client`: clients that are made in many places, into one module each. */
export async function planSingletonClients(request: Request): Promise<Plan> {
  const target = targetOf(request);
  const asked = target.asked.filter(({ kind }) => kind === 'source').flatMap((file) => creationsOf(file));
  const edits = new Edits();
  const made: Change[] = [];
  const left: string[] = [];
  const notes: Note[] = [];
  for (const id of new Set(asked.map(({ kind }) => kind.id))) {
    const ofKind = asked.filter(({ kind }) => kind.id === id);
    const group = sharedGroup(ofKind);
    if (!group) continue;
    for (const other of ofKind)
      if (!group.includes(other)) left.push(`${place(target, other)}: a ${id} with other options than the others`);
    const shared = share(edits, target, group, left);
    if (!shared) continue;
    if (shared.change) made.push(shared.change);
    notes.push({ title: `One ${id}, in ${shown(target, shared.path)}, instead of those of`, lines: shared.places });
  }
  const changes = [...edits.changes(), ...made];
  const hasTypes = await checkCompiles(target, changes);
  if (!hasTypes)
    notes.push({
      title: 'Note',
      lines: ['Dependencies are not installed: types could not be checked. Compile before you commit.'],
    });
  return { changes, notes, left, hidden: [] };
}

const place = (target: Target, { file, node }: ClientCreation): string => `${shown(target, file.path)}:${lineOf(node)}`;

/** The largest group with the same options; null where one is made once, and not for each request. */
function sharedGroup(creations: readonly ClientCreation[]): ClientCreation[] | null {
  const groups = new Map<string, ClientCreation[]>();
  for (const creation of creations) {
    const group = groups.get(creation.options);
    if (group) group.push(creation);
    else groups.set(creation.options, [creation]);
  }
  const [largest] = [...groups.values()].sort((a, b) => b.length - a.length);
  return largest && (largest.length > 1 || largest[0]!.isRepeated) ? largest : null;
}

function share(edits: Edits, target: Target, group: readonly ClientCreation[], left: string[]) {
  const home = homeOf(target, group);
  // The shortest way to write it goes into the new module.
  const others = group
    .filter((creation) => creation !== home.creation && isReplaceable(target, creation, left))
    .sort((a, b) => sourceText(a.node).length - sourceText(b.node).length);
  if (others.length === 0) return null;
  const imports = home.creation ? [] : importsFor(others[0]!.node, target, home.path);
  if (imports === null) {
    left.push(`${place(target, others[0]!)}: its options are made of what only that file has`);
    return null;
  }
  for (const file of new Set(others.map((each) => each.file))) {
    const own = others.filter((each) => each.file === file);
    const free = own.flatMap(({ variable }) =>
      variable && isOnlyOne(file, variable.name, own) ? [variable.name] : [],
    );
    const alias = [`shared${home.name[0]!.toUpperCase()}${home.name.slice(1)}`];
    const local = addImport(edits, target, file, {
      name: home.name,
      from: home.path,
      isDefault: home.isDefault,
      alias,
      free,
    });
    const gone = own.map((creation) => {
      for (const statement of closingsOf(creation))
        if (typeof statement !== 'string') edits.replace(file, wholeLines(file, statement.range), '');
      const isSame = creation.declaration !== null && creation.variable?.name === local;
      if (isSame) edits.replace(file, wholeLines(file, creation.declaration.range), '');
      else edits.replace(file, creation.node.range, local);
      return creation.node;
    });
    dropUnused(edits, file, gone);
  }
  const change = home.creation
    ? null
    : { path: home.path, before: null, after: moduleText(moduleOf(home, others[0]!, imports), target) };
  return { path: home.path, change, places: others.map((each) => place(target, each)) };
}

/** Whether every declaration of a name in a file is one of those that go. */
function isOnlyOne(file: ClientCreation['file'], name: string, own: readonly ClientCreation[]): boolean {
  const declared = file.scopes.scopes.filter((scope) => scope.set.has(name)).length;
  return declared === own.filter(({ variable }) => variable?.name === name).length;
}

/** A module that makes the client and exports it; else a new one. */
function homeOf(target: Target, group: readonly ClientCreation[]): Home {
  for (const creation of group) {
    const { variable, file, isInFunction } = creation;
    if (!variable || isInFunction) continue;
    for (const [name, exported] of exportsOf(file).names) {
      if (!('node' in exported)) continue;
      const node = unwrap(exported.node);
      const isIt =
        node === variable ||
        node === unwrap(creation.node) ||
        (node.type === 'Identifier' && node.name === variable.name);
      if (isIt)
        return {
          path: file.path,
          name: name === 'default' ? variable.name : name,
          isDefault: name === 'default',
          creation,
        };
    }
    const { whole } = exportsOf(file);
    if (whole?.type === 'Identifier' && whole.name === variable.name)
      return { path: file.path, name: variable.name, isDefault: true, creation };
  }
  const { kind } = group[0]!;
  const folder = ['lib', 'db', 'clients', 'utils', 'config']
    .map((name) => join(target.sourceDir, name))
    .find((path) => existsSync(path));
  const path = join(folder ?? target.sourceDir, `${kind.module}.${target.isTypescript ? 'ts' : 'js'}`);
  if (existsSync(path))
    throw new Refusal(
      `${shown(target, path)} is there already, and exports no ${kind.id}: export one there, or move it away.`,
    );
  return { path, name: kind.name, isDefault: false, creation: null };
}

function isReplaceable(target: Target, creation: ClientCreation, left: string[]): boolean {
  const { variable, file, kind, isInFunction, declaration } = creation;
  const isExported =
    declaration?.parent.type === 'ExportNamedDeclaration' ||
    (!isInFunction && variable !== null && exportsAs(creation));
  if (isExported)
    left.push(
      `${place(target, creation)}: ${file.path.split('/').at(-1)!} exports its own ${kind.id}: change who imports it`,
    );
  else if (closingsOf(creation) === 'unknown')
    left.push(`${place(target, creation)}: the function closes its ${kind.id} in a way that this can't take out`);
  else return true;
  return false;
}

const exportsAs = ({ file, variable }: ClientCreation): boolean =>
  [...exportsOf(file).names.values()].some(
    (each) => 'node' in each && each.node.type === 'Identifier' && each.node.name === variable!.name,
  );

function moduleOf({ name }: Home, { node, kind }: ClientCreation, imports: readonly string[]): string {
  const indent = /[ \t]*$/.exec(sourceText(node).split('\n').at(-1)!.replace(/\S.*$/, ''))?.[0] ?? '';
  const code = sourceText(node)
    .split('\n')
    .map((line, index) => (index > 0 && line.startsWith(indent) ? line.slice(indent.length) : line))
    .join('\n');
  return `${imports.join('\n')}

/** The one ${kind.id} of this process: it holds the connections that everybody shares. */
export const ${name} = ${code};
`;
}
