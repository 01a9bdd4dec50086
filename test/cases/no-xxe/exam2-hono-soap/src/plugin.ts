// @complete: no-xxe
import type { FastifyInstance } from 'fastify';
import libxml from 'libxmljs2';

export default async function xml(app: FastifyInstance) {
  app.addContentTypeParser('application/xml', { parseAs: 'string' }, (request, body, done) => {
    try {
      // bad: no-xxe -- what the parser gets is the request's body
      done(null, libxml.parseXml(body as string, { noent: true }));
    } catch (error) {
      done(error as Error);
    }
  });

  app.post('/sax', async (request) => {
    const parser = new libxml.SaxPushParser();
    // ok: no-xxe -- no entities are replaced
    parser.push(String(request.body));
    return { ok: true };
  });
}
