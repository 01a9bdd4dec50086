// @complete: no-unsafe-deserialization
import type { APIGatewayProxyEvent, SQSEvent } from 'aws-lambda';
import yaml, { FAILSAFE_SCHEMA } from 'js-yaml';
import YAML from 'yaml';
import v8 from 'node:v8';
import { parseSafely, parseYaml } from './parse.js';

export async function upload(event: APIGatewayProxyEvent) {
  const text = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
  // bad: no-unsafe-deserialization -- js-yaml 3
  const a = yaml.load(text);
  // bad: no-unsafe-deserialization
  const all = yaml.loadAll(event.body ?? '');
  // ok: no-unsafe-deserialization
  const b = yaml.safeLoad(text);
  // ok: no-unsafe-deserialization -- a schema without functions
  const c = yaml.load(text, { schema: FAILSAFE_SCHEMA });
  // ok: no-unsafe-deserialization -- yaml makes plain data
  const d = YAML.parse(text);
  // bad-cross: no-unsafe-deserialization
  const e = parseYaml(text);
  // ok-cross: no-unsafe-deserialization
  const f = parseSafely(text);
  // ok: no-unsafe-deserialization
  const g = JSON.parse(text);
  return { statusCode: 200, body: JSON.stringify({ a, all, b, c, d, e, f, g }) };
}

export async function consume(event: SQSEvent) {
  await Promise.all(
    event.Records.map(async (record) => {
      // bad: no-unsafe-deserialization
      const payload = v8.deserialize(Buffer.from(record.body, 'base64'));
      // bad-cross: no-unsafe-deserialization
      const manifest = parseYaml(record.messageAttributes.manifest.stringValue ?? '');
      return [payload, manifest];
    }),
  );
}
