// @complete: require-route-schema, rest-resource-naming, require-api-version
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';

const app = new OpenAPIHono().basePath('/v1');
const list = createRoute({ method: 'get', path: '/trips', responses: { 200: { description: 'ok', content: { 'application/json': { schema: z.array(z.string()) } } } } });
// ok: require-route-schema
// ok: require-api-version
app.openapi(list, (c) => c.json(['a']));
// bad: require-route-schema
// ok: rest-resource-naming
app.get('/stops', (c) => c.json([]));
export { app };
