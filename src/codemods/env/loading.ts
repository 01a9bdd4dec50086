import { lineOf, sourceText } from '../../model/file.js';
import { unwrap } from '../../syntax/nodes.js';
import { Refusal } from '../plan.js';
import { shown, type Target } from '../project/target.js';

/**
 * What the environment module must do itself before it reads: imports run before the code of the file that has them, so
 * a `dotenv.config()` there would come too late.
 * @returns the lines for its head
 * @throws {Refusal} where the variables are loaded in a way that can't be moved
 */
export function loadingLines(target: Target): string[] {
  for (const file of target.all) {
    if (file.kind !== 'source' && file.kind !== 'config') continue;
    if (!/dotenv/.test(file.text)) continue;
    for (const call of file.index.calls.get('config') ?? []) {
      const callee = sourceText(call.callee);
      if (!/^(?:dotenv|DotEnv|require\(['"]dotenv['"]\))\.config$/.test(callee) && !/^(?:config|loadEnv)$/.test(callee))
        continue;
      if (/^config$/.test(callee) && !/from ['"]dotenv['"]|require\(['"]dotenv['"]\)/.test(file.text)) continue;
      const [options] = call.arguments;
      const object = options && unwrap(options);
      const isPlain =
        !object ||
        (object.type === 'ObjectExpression' &&
          object.properties.every((each) => each.type === 'Property' && unwrap(each.value).type === 'Literal'));
      if (!isPlain)
        throw new Refusal(
          `${shown(target, file.path)}:${lineOf(call)} loads the variables with options made in code: call it at the head of the environment module by hand, then run this again without it.`,
        );
      if (object) return withOptions(target, sourceText(object));
    }
    if (/['"]dotenv['"]/.test(file.text)) return [bare(target)];
  }
  return target.all.some(({ text, kind }) => kind === 'source' && /['"]dotenv\/config['"]/.test(text))
    ? [bare(target)]
    : [];
}

const bare = ({ isCommonJs }: Target): string =>
  isCommonJs ? "require('dotenv').config();" : "import 'dotenv/config';";

const withOptions = ({ isCommonJs }: Target, options: string): string[] =>
  isCommonJs ? [`require('dotenv').config(${options});`] : ["import { config } from 'dotenv';", `config(${options});`];

/** Where this codemod would do harm. */
export function refuseEnvironment({ package: owner, all }: Target): void {
  const builds = ['next', 'nuxt', '@sveltejs/kit', 'astro', 'vite', '@remix-run/node'].find((name) => {
    const range = owner.json['dependencies'];
    return typeof range === 'object' && range !== null && name in range;
  });
  if (builds !== undefined)
    throw new Refusal(
      `${builds} reads the environment while it builds, and writes parts of it into what browsers get: one module for all of it can't be made here.`,
    );
  if (owner.dependencies.has('@nestjs/config') && all.some(({ text }) => /\bConfigModule\.forRoot/.test(text)))
    throw new Refusal(
      'This project loads its variables by @nestjs/config, after its modules are imported: check them there (validationSchema, validate), and read them by ConfigService.',
    );
  if (owner.dependencies.has('wrangler') || owner.dependencies.has('@cloudflare/workers-types'))
    throw new Refusal('Workers get their variables with each request: there is no environment for a module to read.');
}
