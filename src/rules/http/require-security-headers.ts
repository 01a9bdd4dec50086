import { applicationsOf } from '../../facts/applications/applications.js';
import { partsOf } from '../../facts/applications/parts.js';
import { hasPurpose, isOpen, isProbeServer } from '../../facts/applications/reach.js';
import { isPoweredByOff } from '../../facts/applications/settings.js';
import { additionTo, type Addition } from '../../fix/application.js';
import type { Application, Framework } from '../../model/application.js';
import { createRule } from '../../rule/create-rule.js';
import { option } from '../../rule/options.js';
import { withSlashes } from '../../syntax/file-names.js';

const helmet = (module: string, code: string): Addition => ({ code, name: 'helmet', module, isDefault: true });
const POWERED_BY: Addition = { code: "disable('x-powered-by')", name: null, module: null, isDefault: false };

/** What sets them in each framework. */
const REMEDIES: Readonly<Partial<Record<Framework, Addition>>> = {
  express: helmet('helmet', 'use(helmet())'),
  nestjs: helmet('helmet', 'use(helmet())'),
  fastify: helmet('@fastify/helmet', 'register(helmet)'),
  koa: helmet('koa-helmet', 'use(helmet())'),
  hono: { code: 'use(secureHeaders())', name: 'secureHeaders', module: 'hono/secure-headers', isDefault: false },
};

export const rule = createRule({
  name: 'require-security-headers',
  area: 'http',
  level: 'warn',
  description: 'require that an application sends security headers',
  cwe: [693, 1021],
  suggests: true,
  mentions: /express|fastify|koa|hono|elysia|h3|nestjs|https?|serve/i,
  options: {
    setByProxy: option.boolean(
      false,
      'A proxy in front of the application sets the headers; only `x-powered-by` is asked for.',
    ),
  },
  messages: {
    missing:
      'This application answers without security headers: nothing tells browsers to stay on HTTPS, to refuse framing, or not to guess content types. {{remedy}}, before its routes.',
    poweredBy:
      "Express tells every client what it is by `X-Powered-By`, which is what scanners for known holes look for. Switch it off: `app.disable('x-powered-by')`.",
    add: 'Add `{{code}}`',
  },
  create({ file, options, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const application of applicationsOf(file)) {
          if (!application.isServed || isOpen(application) || isProbeServer(application)) continue;
          if (isInNext(application)) continue;
          const isMissing = !options.setByProxy && !hasPurpose(application, 'security-headers');
          const isNamed = !isMissing && application.framework === 'express' && !isPoweredByOff(application);
          if (!isMissing && !isNamed) continue;
          const remedy = isMissing ? remedyFor(application) : POWERED_BY;
          const fix = remedy && additionTo(application, remedy);
          report({
            node: application.node,
            message: isMissing ? 'missing' : 'poweredBy',
            data: { remedy: remedy ? `Add \`${remedy.code}\`` : 'Set them on every answer' },
            suggest: [fix && { message: 'add', data: { code: remedy.code }, fix }],
          });
        }
      },
    };
  },
});

/** Served by a Next.js route handler: headers are set for the whole site, by its configuration or middleware. */
const isInNext = ({ framework, file }: Application): boolean =>
  /^(?:hono|elysia)$/.test(framework) &&
  (/\/route\.[cm]?[jt]sx?$/.test(withSlashes(file.path)) ||
    /['"]hono\/vercel['"]|\/pages\/api\//.test(file.text + withSlashes(file.path))) &&
  file.project.findPackage(file.path)?.hasDependency('next') === true;

function remedyFor(application: Application): Addition | null {
  const isFastify =
    application.framework === 'nestjs' && /FastifyAdapter|NestFastifyApplication/.test(application.file.text);
  if (isFastify || partsOf(application).some(({ module }) => module === '@nestjs/platform-fastify'))
    return helmet('@fastify/helmet', 'register(helmet)');
  return REMEDIES[application.framework] ?? null;
}
