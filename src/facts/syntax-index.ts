import type { SyntaxIndex } from '../model/file.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { calleeName, memberName } from '../syntax/nodes.js';
import { walk } from '../syntax/walk.js';

/** Shortest string that any rule looks into by itself; shorter ones are reached from where they are used. */
const MIN_STRING = 8;

/** Makes the index of a file in one walk. `source` is its text, read for specifiers of imports inside types too. */
export function indexSyntax(ast: TSESTree.Program): SyntaxIndex {
  const calls = new Map<string, TSESTree.CallExpression[]>();
  const members = new Map<string, TSESTree.MemberExpression[]>();
  const news: TSESTree.NewExpression[] = [];
  const tags: TSESTree.TaggedTemplateExpression[] = [];
  const strings: (TSESTree.StringLiteral | TSESTree.TemplateLiteral)[] = [];
  const assignments: TSESTree.AssignmentExpression[] = [];
  const declarators: TSESTree.VariableDeclarator[] = [];
  const catches: TSESTree.CatchClause[] = [];
  const comparisons: TSESTree.BinaryExpression[] = [];
  const objects: TSESTree.ObjectExpression[] = [];
  const classes: (TSESTree.ClassDeclaration | TSESTree.ClassExpression)[] = [];
  const functions: SyntaxIndex['functions'][number][] = [];
  const dynamicImports: TSESTree.ImportExpression[] = [];
  const specifiers = new Set<string>();

  const add = <T>(map: Map<string, T[]>, key: string, value: T): void => {
    const list = map.get(key);
    if (list) list.push(value);
    else map.set(key, [value]);
  };
  const specifier = (node: Node | null | undefined): void => {
    if (node?.type === 'Literal' && typeof node.value === 'string') specifiers.add(node.value);
  };

  walk(ast, (node, skip) => {
    switch (node.type) {
      case 'CallExpression': {
        const name = calleeName(node);
        add(calls, name ?? '', node);
        if (name === 'require') specifier(node.arguments[0]);
        return;
      }
      case 'MemberExpression': {
        const name = memberName(node);
        if (name !== null) add(members, name, node);
        return;
      }
      case 'NewExpression':
        news.push(node);
        return;
      case 'CatchClause':
        catches.push(node);
        return;
      case 'TaggedTemplateExpression':
        tags.push(node);
        return;
      case 'Literal':
        if (typeof node.value === 'string' && node.value.length >= MIN_STRING) strings.push(node);
        return;
      case 'TemplateLiteral':
        strings.push(node);
        return;
      case 'AssignmentExpression':
        assignments.push(node);
        return;
      case 'VariableDeclarator':
        declarators.push(node);
        return;
      case 'BinaryExpression':
        if (/^[!=]==?$/.test(node.operator)) comparisons.push(node);
        return;
      case 'ObjectExpression':
        objects.push(node);
        return;
      case 'ClassDeclaration':
      case 'ClassExpression':
        classes.push(node);
        return;
      case 'FunctionDeclaration':
      case 'FunctionExpression':
      case 'ArrowFunctionExpression':
        functions.push(node);
        return;
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
        specifier(node.source);
        return skip;
      case 'ExportNamedDeclaration':
        specifier(node.source);
        return node.source ? skip : undefined;
      case 'ImportExpression':
        specifier(node.source);
        if (node.source.type !== 'Literal') dynamicImports.push(node);
        return;
      case 'TSTypeAnnotation':
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
      case 'TSTypeParameterInstantiation':
        return skip;
      default:
        return;
    }
  });
  return {
    calls,
    members,
    news,
    tags,
    strings,
    assignments,
    declarators,
    catches,
    comparisons,
    objects,
    classes,
    functions,
    dynamicImports,
    specifiers: [...specifiers],
  };
}
