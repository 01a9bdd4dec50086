// @complete: no-unsafe-deserialization
import yaml from 'js-yaml';
import serialize from 'node-serialize';
import { readConfig } from './config.js';

export default async function routes(app) {
  app.post('/yaml', async (request) => {
    // bad: no-unsafe-deserialization -- js-yaml 3
    return yaml.load(request.body.text);
  });

  app.post('/safe', async (request) => {
    // ok: no-unsafe-deserialization
    return yaml.safeLoad(request.body.text);
  });

  app.get('/profile', async (request) => {
    // bad: no-unsafe-deserialization
    return serialize.unserialize(request.cookies.profile);
  });

  app.post('/config', async (request) => {
    // bad-cross: no-unsafe-deserialization
    return readConfig(request.body.config);
  });

  app.post('/json', async (request) => {
    // ok: no-unsafe-deserialization
    return JSON.parse(request.body.text);
  });
}
