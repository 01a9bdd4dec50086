import type { FastifyInstance } from 'fastify';
import { invoiceColumns, orderColumns } from './columns.js';
import { listSorted, search, searchAny, sortAny } from './listing.js';

export async function routes(app: FastifyInstance) {
  app.get<{ Querystring: { sort: string } }>('/invoices', (request) => listSorted(invoiceColumns, request.query.sort));
  app.get<{ Querystring: { sort: string } }>('/orders', (request) => listSorted(orderColumns, request.query.sort));
  app.get<{ Querystring: { q: string } }>('/invoices/search', (request) =>
    search({ text: request.query.q, fields: ['number', 'customer'], names: { title: 'subject' } }),
  );
  app.post<{ Body: { q: string; fields: string[]; columns: never[] } }>('/invoices/find', async (request) => [
    await searchAny({ text: request.body.q, fields: request.body.fields }),
    await sortAny(request.body.columns, request.body.q),
  ]);
}
