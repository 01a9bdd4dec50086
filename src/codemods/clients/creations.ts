import { findVariable } from '../../facts/bindings.js';
import { repeatedCreationsOf } from '../../facts/clients/creations.js';
import { denote } from '../../facts/entities.js';
import { sourceText, type BackendFile } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { enclosingFunction, outward, wrapped } from '../../syntax/nodes.js';

/** A kind of client that one instance of serves a whole process. */
export interface ClientKind {
  readonly id: string;
  /** What the shared one is called, and its module. */
  readonly name: string;
  readonly module: string;
  /** Methods that close it. */
  readonly closes: RegExp;
}

const KINDS: readonly (ClientKind & { readonly from: string; readonly path: RegExp; readonly isNew: boolean })[] = [
  {
    id: 'PrismaClient',
    from: '@prisma/client',
    path: /^(?:default\.)?PrismaClient$/,
    isNew: true,
    name: 'prisma',
    module: 'prisma',
    closes: /^\$disconnect$/,
  },
  {
    id: 'pg Pool',
    from: 'pg',
    path: /^(?:default\.)?Pool$/,
    isNew: true,
    name: 'pool',
    module: 'pool',
    closes: /^end$/,
  },
  {
    id: 'ioredis client',
    from: 'ioredis',
    path: /^(?:|default|Redis)$/,
    isNew: true,
    name: 'redis',
    module: 'redis',
    closes: /^(?:quit|disconnect)$/,
  },
  {
    id: 'MongoClient',
    from: 'mongodb',
    path: /^(?:default\.)?MongoClient$/,
    isNew: true,
    name: 'mongoClient',
    module: 'mongo-client',
    closes: /^close$/,
  },
  {
    id: 'mysql2 pool',
    from: 'mysql2/promise',
    path: /^(?:default\.)?createPool$/,
    isNew: false,
    name: 'pool',
    module: 'pool',
    closes: /^end$/,
  },
  {
    id: 'Sequelize',
    from: 'sequelize',
    path: /^(?:default\.)?Sequelize$/,
    isNew: true,
    name: 'sequelize',
    module: 'sequelize',
    closes: /^close$/,
  },
];

export interface ClientCreation {
  readonly kind: ClientKind;
  readonly file: BackendFile;
  readonly node: TSESTree.NewExpression | TSESTree.CallExpression;
  /** Its arguments, as written but for white space: two with the same make the same client. */
  readonly options: string;
  /** The variable that it is given to by a declaration of its own, or null. */
  readonly variable: TSESTree.Identifier | null;
  readonly declaration: TSESTree.VariableDeclaration | null;
  /** It is made whenever a function runs. */
  readonly isInFunction: boolean;
  /** A request makes it, or each turn of a loop. */
  readonly isRepeated: boolean;
}

/** The clients that a file makes. */
export function creationsOf(file: BackendFile): ClientCreation[] {
  const repeated = new Set(repeatedCreationsOf(file).map(({ node }) => node));
  const found: ClientCreation[] = [];
  const add = (node: ClientCreation['node'], isNew: boolean): void => {
    const callee = denote(node.callee);
    if (callee?.kind !== 'export' || callee.proof === 'name') return;
    const kind = KINDS.find(
      (each) => each.isNew === isNew && each.from === callee.module && each.path.test(callee.path.join('.')),
    );
    if (!kind) return;
    const declarator = declaratorOf(node);
    found.push({
      kind,
      file,
      node,
      options: node.arguments.map((each) => plainText(each)).join(', '),
      variable: declarator?.variable ?? null,
      declaration: declarator?.declaration ?? null,
      isInFunction: enclosingFunction(node) !== null,
      isRepeated: repeated.has(node),
    });
  };
  for (const node of file.index.news) add(node, true);
  for (const node of file.index.calls.get('createPool') ?? []) add(node, false);
  return found;
}

/** Without what only lays it out. */
const plainText = (node: Node): string =>
  sourceText(node)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/,? ([}\])])/g, '$1')
    .replaceAll(/([{[(]) /g, '$1');

/** `const prisma = new PrismaClient();`, alone in its statement and never given another value. */
function declaratorOf(node: Node): { variable: TSESTree.Identifier; declaration: TSESTree.VariableDeclaration } | null {
  const outer = wrapped(node);
  const { parent } = outer;
  if (parent?.type !== 'VariableDeclarator' || parent.init !== outer || parent.id.type !== 'Identifier') return null;
  const declaration = parent.parent;
  if (declaration.declarations.length !== 1 || parent.id.typeAnnotation) return null;
  const writes = findVariable(parent.id)?.references.filter((each) => each.isWrite() && !each.init) ?? [];
  return writes.length === 0 ? { variable: parent.id, declaration } : null;
}

/** The statements of a function that close the client which it made: the shared one stays open. */
export function closingsOf({
  variable,
  isInFunction,
  kind,
}: ClientCreation): TSESTree.ExpressionStatement[] | 'unknown' {
  if (!variable || !isInFunction) return [];
  const statements: TSESTree.ExpressionStatement[] = [];
  for (const { identifier } of findVariable(variable)?.references ?? []) {
    const member = outward(identifier);
    if (member?.type !== 'MemberExpression' || member.property.type !== 'Identifier') continue;
    if (!kind.closes.test(member.property.name)) continue;
    let up = outward(member);
    if (up?.type === 'CallExpression') up = outward(up);
    if (up?.type === 'AwaitExpression') up = outward(up);
    if (up?.type !== 'ExpressionStatement' || up.parent.type !== 'BlockStatement') return 'unknown';
    // What holds nothing else would be left empty.
    if (up.parent.body.length === 1) return 'unknown';
    statements.push(up);
  }
  return statements;
}
