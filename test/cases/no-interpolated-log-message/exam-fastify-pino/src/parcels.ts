// @complete: no-interpolated-log-message
import type { FastifyInstance } from 'fastify';
import { audit, log } from './log.js';

const VERSION = 'v2';

export async function parcels(app: FastifyInstance) {
  app.get<{ Params: { id: string } }>('/parcels/:id', async (request) => {
    const { id } = request.params;
    // bad: no-interpolated-log-message
    // fix: no-interpolated-log-message
    request.log.info(`parcel ${id} read`);
    // bad-cross: no-interpolated-log-message
    // fix: no-interpolated-log-message
    log.info({ route: 'parcels' }, `parcel ${id} read`);
    // bad-cross: no-interpolated-log-message
    // fix: no-interpolated-log-message
    log.warn('parcel ' + id + ' is late');
    // bad-cross: no-interpolated-log-message
    audit.info(`parcel ${id} read by ${request.ip}`);
    // ok-cross: no-interpolated-log-message
    log.info({ id }, 'parcel read');
    // ok-cross: no-interpolated-log-message
    audit.info('parcel read', { id });
    // ok: no-interpolated-log-message -- a constant
    log.info(`parcels ${VERSION} ready`);
    // ok: no-interpolated-log-message -- a fixed text
    log.info(`parcel read`);
    return { id };
  });
}
