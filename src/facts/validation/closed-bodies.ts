import { sourceText } from '../../model/file.js';
import type { Node } from '../../syntax/ast.js';
import { receiverOf } from '../../syntax/nodes.js';
import { follow } from '../values.js';

/** Schemas that let through what they don't list. */
const OPEN =
  /\.(?:passthrough|loose|catchall)\(|\blooseObject\(|\bz\.(?:any|unknown|record)\(|\.unknown\(\s*(?:true)?\s*\)|additionalProperties:\s*true|allowUnknown:\s*true|stripUnknown:\s*false/;

/** Whether the schema by whose call a value passed leaves only the fields that it lists. */
export function isClosedParse(call: Node): boolean {
  if (call.type !== 'CallExpression') return true;
  const given = [receiverOf(call), ...call.arguments].filter((each): each is NonNullable<typeof each> => each !== null);
  return given.every((each) => {
    const schema = follow(each.type === 'SpreadElement' ? each.argument : each);
    return schema.type !== 'CallExpression' || !OPEN.test(sourceText(schema));
  });
}
