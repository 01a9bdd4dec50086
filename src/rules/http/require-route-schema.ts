import { addressOfRoute } from '../../facts/applications/addresses.js';
import { missingSchema, type SchemaForm } from '../../facts/applications/route-schemas.js';
import { createRule } from '../../rule/create-rule.js';

const REMEDIES: Readonly<Record<SchemaForm, string>> = {
  schema: 'Give it `schema` with what it takes and answers, which Fastify also validates and serializes by',
  decorators: 'Describe it by `@ApiOperation` and `@ApiResponse`, or use the compiler plugin of @nestjs/swagger',
  openapi: 'Describe it in OpenAPI, from the same schema that validates it',
  output: 'Give it `.output(schema)`: then nothing leaves it that nobody meant to send',
  types: 'Give it `body`, `query`, `params` and `response`',
};

export const rule = createRule({
  name: 'require-route-schema',
  area: 'http',
  level: 'strict',
  description: 'require that every route describes what it takes and answers',
  mentions: /get|post|put|patch|delete|query|mutation|route|all/i,
  messages: {
    missing:
      '{{route}} describes nowhere what it takes and answers: clients find out by trying, and a change that breaks them shows in no diff. {{remedy}}.',
  },
  create({ file, report }) {
    if (file.kind !== 'source') return {};
    return {
      Route(route) {
        if (!/^(?:GET|POST|PUT|PATCH|DELETE|QUERY|MUTATION)$/.test(route.verb)) return;
        const form = missingSchema(route);
        if (!form) return;
        report({
          node: route.at.node,
          loc: route.at.loc,
          message: 'missing',
          data: {
            route: `${route.verb} ${(route.library.name === 'trpc' ? route.path : addressOfRoute(route)) ?? ''}`.trim(),
            remedy: REMEDIES[form],
          },
        });
      },
    };
  },
});
