import type { BackendFile } from '../../model/file.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { calleeName, hasBody, isFunction, keyName, unwrap } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { denote } from '../entities.js';
import { exportedValue, follow, propertyIn } from '../values.js';

/** A change of the database's schema, one step forward and one back. */
export interface Migration {
  readonly tool: 'knex' | 'typeorm' | 'sequelize' | 'mikro-orm' | 'node-pg-migrate' | 'other';
  readonly up: FunctionNode;
  /** The way back; null where there is none, `refused` where the code says that there shall be none. */
  readonly down: FunctionNode | 'refused' | null;
  /** Where a missing way back is told: what holds `up`. */
  readonly at: Node;
}

/** The migrations that a file holds: one, as a rule. */
export const migrationsOf = (file: BackendFile): readonly Migration[] => file.memo(findMigrations);

function findMigrations(file: BackendFile): Migration[] {
  const classes = file.index.classes.flatMap((node): Migration[] => {
    const parent = node.superClass ? file.text.slice(...node.superClass.range) : '';
    const isTypeorm = node.implements.some(
      ({ expression }) => file.text.slice(...expression.range) === 'MigrationInterface',
    );
    const isMikro = parent === 'Migration' && file.index.specifiers.some((each) => each.startsWith('@mikro-orm/'));
    if (!isTypeorm && !isMikro && file.kind !== 'migration') return [];
    const method = (name: string): FunctionNode | null => {
      for (const member of node.body.body) {
        const isNamed = 'key' in member && keyName(member.key, member.computed) === name;
        if (isNamed && member.type === 'MethodDefinition') return member.value as FunctionNode;
        if (isNamed && member.type === 'PropertyDefinition' && isFunction(member.value)) return member.value;
      }
      return null;
    };
    const up = method('up');
    return up ? [{ tool: isMikro ? 'mikro-orm' : 'typeorm', up, down: method('down'), at: node.id ?? node }] : [];
  });
  if (classes.length > 0 || file.kind !== 'migration') return classes;
  const up = exported(file, 'up');
  if (!isFunction(up)) return [];
  const down = exported(file, 'down');
  return [
    {
      tool: toolOf(up, file),
      up,
      down: down === null ? null : isFunction(down) ? down : 'refused',
      at: up,
    },
  ];
}

/** What a file exports under a name, as ES modules or as CommonJS. */
function exported(file: BackendFile, name: string): Node | null {
  const found = exportedValue(file, name);
  if (found) return functionAt(found);
  const whole = exportedValue(file, 'default');
  const value = whole && follow(whole);
  const property = value?.type === 'ObjectExpression' ? propertyIn(value, name) : null;
  return property && property !== 'unknown' ? functionAt(property) : null;
}

/** The function that a name means, or the value itself. */
function functionAt(node: Node): Node {
  const value = follow(node);
  const entity = value.type === 'Identifier' ? denote(value) : null;
  return entity?.kind === 'function' ? entity.node : value;
}

function toolOf(up: FunctionNode, file: BackendFile): Migration['tool'] {
  const [parameter] = up.params;
  const name = parameter?.type === 'Identifier' ? parameter.name : '';
  const dependencies = file.project.dependenciesOf(file.path);
  const has = (each: string): boolean => dependencies?.has(each) === true;
  if (name === 'pgm' || (has('node-pg-migrate') && /pgm/.test(file.text))) return 'node-pg-migrate';
  if (name === 'queryInterface' || /queryInterface/.test(file.text) || has('umzug') || has('sequelize'))
    return 'sequelize';
  if (has('knex') || has('objection') || /^(?:knex|trx)$/i.test(name)) return 'knex';
  return 'other';
}

const CHANGES =
  /^(?:create|add|drop|alter|rename|change|remove|set|modify|table$)\w*|^(?:raw|sql|query|addSql|execute|unsafe)$/;
const DATA_TEXT = /^\s*(?:--[^\n]*\n\s*)*(?:UPDATE|INSERT|DELETE|SELECT|WITH)\b/i;

/** Whether a step changes the schema; one that only moves data needs no way back. */
export function changesSchema(fn: FunctionNode, file: BackendFile): boolean {
  return allOf(fn, ['CallExpression']).some((call) => {
    const name = calleeName(call) ?? '';
    if (!CHANGES.test(name)) return false;
    const [first] = call.arguments;
    const text = first ? file.text.slice(...first.range).replace(/^[`'"]/, '') : '';
    return !(/^(?:raw|sql|query|addSql|execute|unsafe)$/.test(name) && DATA_TEXT.test(text));
  });
}

/** Words by which a migration says that there is no way back on purpose. */
export const INTENT =
  /irreversib|intentional|one-way|on purpose|cannot be (?:reverted|undone)|can't be (?:reverted|undone)/i;

/** Whether a step does nothing, and doesn't say that this is meant. */
export function isEmptyStep(fn: FunctionNode, file: BackendFile): boolean {
  if (!hasBody(fn)) return false;
  const body = unwrap(fn.body);
  if (INTENT.test(file.text.slice(...fn.range))) return false;
  if (body.type !== 'BlockStatement') return isNothing(body);
  return body.body.every(
    (each) =>
      each.type === 'EmptyStatement' ||
      (each.type === 'ReturnStatement' && (!each.argument || isNothing(each.argument))) ||
      (each.type === 'ExpressionStatement' && isNothing(each.expression)),
  );
}

function isNothing(node: Node): boolean {
  const value = unwrap(node);
  if (value.type === 'AwaitExpression') return isNothing(value.argument);
  if (value.type === 'CallExpression') return /^(?:resolve|log|info|warn|debug)$/.test(calleeName(value) ?? '');
  return (
    value.type === 'Literal' ||
    (value.type === 'Identifier' && value.name === 'undefined') ||
    (value.type === 'UnaryExpression' && value.operator === 'void')
  );
}
