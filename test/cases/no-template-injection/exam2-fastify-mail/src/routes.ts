// @complete: no-template-injection
import type { FastifyInstance } from 'fastify';
import ejs from 'ejs';
import { Eta } from 'eta';
import { Liquid } from 'liquidjs';
import _ from 'lodash';
import Mustache from 'mustache';
import nunjucks from 'nunjucks';
import pug from 'pug';
import { z } from 'zod';
import { Renderer, renderNamed, renderText } from './render.js';

const Mail = z.object({ template: z.enum(['welcome', 'reset']), subject: z.string().max(200), vars: z.record(z.string()) });
const eta = new Eta({ views: './views' });
const liquid = new Liquid();

export function routes(app: FastifyInstance): void {
  app.post('/mails', async (request) => {
    const mail = Mail.parse(request.body);
    // bad-cross: no-template-injection -- the client's subject is the template
    const subject = renderText(mail.subject, mail.vars);
    // ok-cross: no-template-injection -- our subject, the client's values
    const fixed = renderText('Hello {{name}}', mail.vars);
    // ok-cross: no-template-injection -- a template from a closed list
    const body = renderNamed(`${mail.template}.njk`, mail.vars);
    // bad-cross: no-template-injection
    const footer = new Renderer(mail.subject).render({});
    return { subject, fixed, body, footer };
  });

  app.post<{ Body: { ejs: string; pug: string; lodash: string; eta: string; name: string; data: Record<string, unknown> } }>('/preview', async (request, reply) => {
    const { name, data, ...source } = request.body;
    // bad: no-template-injection
    ejs.render(source.ejs, data);
    // bad: no-template-injection
    ejs.compile(`<h1>${name}</h1><%= total %>`);
    // bad: no-template-injection
    pug.render(source.pug);
    // bad: no-template-injection
    nunjucks.renderString('Dear ' + name, data);
    // bad: no-template-injection
    _.template(source.lodash)(data);
    // bad: no-template-injection
    eta.renderString(source.eta, data);
    // ok: no-template-injection -- a constant template
    Mustache.render('{{name}}', { name });
    // ok: no-template-injection
    ejs.render('<h1><%= name %></h1>', { name });
    // ok: no-template-injection
    eta.render('./welcome', { name });
    // ok: no-template-injection
    liquid.parseAndRenderSync('Hello {{ name }}', { name });
    // ok: no-template-injection -- values only
    return reply.view('welcome.ejs', { name });
  });

  app.get<{ Querystring: Record<string, string> }>('/page', async (request, reply) => {
    // bad: no-template-injection -- ejs takes its options (outputFunctionName) out of the data
    return ejs.renderFile('views/page.ejs', request.query);
  });
}
