import type { FieldPath } from '../../model/flow.js';
import type { TSESTree } from '../../syntax/ast.js';
import { decoratorArguments, decoratorName, decoratorsOf, keyName } from '../../syntax/nodes.js';
import { denoteType } from '../annotations.js';
import { isClosedType } from '../closed-types.js';
import { isSafePattern } from '../patterns.js';

/** Decorators of class-validator that leave listed values, numbers and ids only. */
const CLOSING =
  /^(?:IsIn|IsEnum|IsInt|IsNumber|IsNumberString|IsBoolean|IsUUID|IsPositive|IsNegative|IsAlphanumeric|IsAlpha|IsISO8601|IsDateString|IsDate|IsMongoId|IsHexadecimal|IsULID|Equals|IsISO31661Alpha2|IsISO4217CurrencyCode|IsLocale|IsPort|IsLatitude|IsLongitude)$/;

/** Whether what a way into a declared value leads to can only be a number or one of a list, by decorators or type. */
export function isClosedDto(type: TSESTree.TypeNode | null, path: FieldPath): boolean {
  if (!type) return false;
  const [name, ...rest] = path;
  if (name === undefined) return isClosedType(type);
  const shape = denoteType(type);
  if (shape?.kind !== 'object') return false;
  for (const member of shape.node.body.body) {
    if (member.type !== 'PropertyDefinition' || keyName(member.key, member.computed) !== name) continue;
    const own = member.typeAnnotation?.typeAnnotation ?? null;
    return rest.length > 0 ? isClosedDto(own, rest) : decoratorsOf(member).some(closes) || isClosedType(own);
  }
  return false;
}

function closes(decorator: TSESTree.Decorator): boolean {
  const name = decoratorName(decorator) ?? '';
  if (CLOSING.test(name)) return true;
  const [pattern] = decoratorArguments(decorator);
  return name === 'Matches' && pattern !== undefined && pattern.type !== 'SpreadElement' && isSafePattern(pattern);
}
