// @complete: no-unsafe-deserialization
import v8 from 'node:v8';
import yaml from 'js-yaml';
import { parse } from 'yaml';
import { readDocument, readSafely } from '@/lib/restore';

export async function POST(request: Request) {
  const text = await request.text();
  // bad: no-unsafe-deserialization
  const own = yaml.load(text);
  return Response.json(own);
}

export async function PUT(request: Request) {
  const text = await request.text();
  // ok-cross: no-unsafe-deserialization
  const safe = readSafely(text);
  // ok: no-unsafe-deserialization
  const parsed = parse(text);
  // ok: no-unsafe-deserialization
  const closed = yaml.load(text, { schema: yaml.JSON_SCHEMA });
  return Response.json([safe, parsed, closed]);
}

export async function PATCH(request: Request) {
  const { document } = await request.json();
  // bad-cross: no-unsafe-deserialization
  return Response.json(readDocument(document));
}

export async function DELETE(request: Request) {
  const bytes = Buffer.from(await request.arrayBuffer());
  // bad: no-unsafe-deserialization
  return Response.json(v8.deserialize(bytes));
}
