// @complete: rest-resource-naming, require-route-schema
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { vehicleSchema } from './schemas.js';

export async function vehicles(app: FastifyInstance) {
  // ok: rest-resource-naming
  // ok-cross: require-route-schema
  app.get('/vehicles', { schema: vehicleSchema }, async () => []);
  // ok: rest-resource-naming
  // bad: require-route-schema
  app.get('/vehicles/:vehicleId', async () => ({}));
  // bad: rest-resource-naming -- a verb
  // bad: require-route-schema
  app.post('/createVehicle', async () => ({}));
  // bad: rest-resource-naming -- singular
  // ok: require-route-schema
  app.post('/vehicle', { schema: { body: z.object({ plate: z.string() }) } }, async () => ({}));
  // bad: rest-resource-naming -- snake case
  // ok-cross: require-route-schema
  app.get('/service_records', { schema: vehicleSchema }, async () => []);
  // bad: rest-resource-naming -- trailing slash
  // ok-cross: require-route-schema
  app.get('/drivers/', { schema: vehicleSchema }, async () => []);
  // bad: rest-resource-naming -- too deep
  // ok-cross: require-route-schema
  app.get('/fleets/:f/vehicles/:v/trips/:t/stops/:s', { schema: vehicleSchema }, async () => []);
  // ok: rest-resource-naming -- the caller's own singletons, and kebab-case
  // ok-cross: require-route-schema
  app.get('/service-records/:id', { schema: vehicleSchema }, async () => []);
  // ok: rest-resource-naming
  // ok-cross: require-route-schema
  app.route({ method: 'DELETE', url: '/vehicles/:id', schema: vehicleSchema, handler: async () => null });
  // ok: rest-resource-naming
  // bad: require-route-schema
  app.route({ method: 'PUT', url: '/vehicles/:id', handler: async () => null });
}
