import { inStyle } from './style.js';
import type { Target } from './target.js';

/**
 * A module as the project would write it, from a template in TypeScript with ES modules: `«…»` and the lines between
 * `//ts` and `//end` are TypeScript's alone. What is exported stands at the beginning of its line.
 */
export function moduleText(template: string, target: Target): string {
  const { isTypescript, isCommonJs, style } = target;
  const ours = isTypescript
    ? template.replaceAll(/^\/\/(?:ts|end)\n/gm, '').replaceAll(/[«»]/g, '')
    : template.replaceAll(/^\/\/ts\n[^]*?^\/\/end\n/gm, '').replaceAll(/«[^»]*»/g, '');
  const spaced = ours.replaceAll(/\n{3,}/g, '\n\n').replace(/^\n+/, '');
  return inStyle(isCommonJs ? asCommonJs(spaced) : spaced, style);
}

/** `import` and `export` become `require` and `module.exports`. */
function asCommonJs(text: string): string {
  const names: string[] = [];
  const body = text
    .replaceAll(/^import \* as (\w+) from ('[^']+');$/gm, 'const $1 = require($2);')
    .replaceAll(/^import (\{[^}]+\}|\w+) from ('[^']+');$/gm, (_, clause: string, from: string) => {
      return `const ${clause.replaceAll(' as ', ': ')} = require(${from});`;
    })
    .replaceAll(/^export ((?:async )?function|const|class) (\w+)/gm, (_, what: string, name: string) => {
      names.push(name);
      return `${what} ${name}`;
    });
  return `${body.trimEnd()}\n\nmodule.exports = { ${names.join(', ')} };\n`;
}
