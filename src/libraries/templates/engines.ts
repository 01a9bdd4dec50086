import type { ExportRow, Library, MemberRow } from '../../model/library.js';

const source: ExportRow = { sinks: [{ kind: 'template', at: ['0'] }] };
const engine = (name: string, modules: readonly string[], exports: Record<string, ExportRow>): Library => ({
  name,
  kind: 'http',
  modules,
  exports,
});
/** Options that the client decides reach the engine's own settings: https://github.com/mde/ejs/blob/main/SECURITY.md */
const withData = (...at: string[]): MemberRow => ({
  sinks: [
    { kind: 'template', at: ['0'] },
    { kind: 'template', at },
  ],
});

/** Engines whose templates are programs: what a client writes into one runs on the server. */
export const engines: readonly Library[] = [
  // https://ejs.co/#docs
  engine('ejs', ['ejs'], {
    render: withData('1', '2'),
    compile: source,
    renderFile: {
      sinks: [
        { kind: 'path', at: ['0'] },
        { kind: 'template', at: ['1'] },
      ],
    },
  }),
  // https://pugjs.org/api/reference.html
  engine('pug', ['pug', 'jade'], {
    render: source,
    compile: source,
    compileClient: source,
    renderFile: { sinks: [{ kind: 'path', at: ['0'] }] },
  }),
  // https://handlebarsjs.com/api-reference/compilation.html
  engine('handlebars', ['handlebars'], { compile: source, precompile: source, 'default.compile': source }),
  // https://mozilla.github.io/nunjucks/api.html
  {
    ...engine('nunjucks', ['nunjucks'], {
      renderString: source,
      compile: source,
      Template: { construct: source },
      Environment: { new: 'Environment' },
      configure: { returns: 'Environment' },
    }),
    types: { Environment: { members: { renderString: source } } },
  },
  // https://eta.js.org/docs/api/overview
  {
    ...engine('eta', ['eta'], { render: source, renderString: source, Eta: { new: 'Eta' } }),
    types: { Eta: { members: { renderString: source, renderStringAsync: source, compile: source } } },
  },
  // https://liquidjs.com/tutorials/setup.html
  {
    ...engine('liquidjs', ['liquidjs'], { Liquid: { new: 'Liquid' } }),
    types: { Liquid: { members: { parseAndRender: source, parseAndRenderSync: source, parse: source } } },
  },
  engine('dot', ['dot'], { template: source, compile: source, 'default.template': source }),
  engine('mustache', ['mustache'], { render: source, parse: source, 'default.render': source }),
  engine('hogan', ['hogan.js'], { compile: source }),
  engine('swig', ['swig', 'swig-templates', 'twig'], {
    render: source,
    compile: source,
    twig: { sinks: [{ kind: 'template', at: ['0.data'] }] },
  }),
  engine('art-template', ['art-template', 'squirrelly', 'template7', 'marko'], { render: source, compile: source }),
  // https://lodash.com/docs/4.17.15#template
  engine('lodash-template', ['lodash.template', 'underscore.template'], { default: source }),
];
