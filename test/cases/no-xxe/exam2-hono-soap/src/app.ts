// @complete: no-xxe
import { Hono } from 'hono';
import { XMLParser } from 'fast-xml-parser';
import { DOMParser } from '@xmldom/xmldom';
import libxmljs from 'libxmljs2';
import * as legacy from 'libxmljs';
import { parseStringPromise } from 'xml2js';
import { LOOSE, parseLoose, parseStrict, parseWith } from './xml';

const app = new Hono();

app.post('/soap', async (c) => {
  const text = await c.req.text();
  // bad: no-xxe
  const a = libxmljs.parseXml(text, { noent: true });
  // ok: no-xxe -- entities stay as they are
  const b = libxmljs.parseXml(text);
  // bad-cross: no-xxe -- the options of the other file replace entities
  const d = libxmljs.parseXml(await c.req.text(), LOOSE);
  // bad-cross: no-xxe
  const e = parseLoose(text);
  // ok-cross: no-xxe
  const f = parseStrict(text);
  // Known miss: the option is the caller's, and the call of the library spreads it.
  const g = parseWith(text, { noent: true });
  // ok-cross: no-xxe
  const h = parseWith(text);
  // bad: no-xxe
  const i = legacy.parseXmlString(c.req.query('xml') ?? '', { noent: true, dtdload: true });
  // ok: no-xxe -- xml2js knows no external entities
  const j = await parseStringPromise(text);
  // ok: no-xxe
  const k = new XMLParser({ processEntities: false }).parse(text);
  // ok: no-xxe -- xmldom loads nothing
  const l = new DOMParser().parseFromString(text, 'text/xml');
  // ok: no-xxe -- a document of ours
  const m = libxmljs.parseXml('<a>&b;</a>', { noent: true });
  return c.json([a, b, d, e, f, g, h, i, j, k, l, m].length);
});

app.post('/upload', async (c) => {
  const form = await c.req.parseBody();
  const file = form.file as File;
  const xml = await file.text();
  const expand = true;
  // bad: no-xxe -- an uploaded document
  return c.json({ root: libxmljs.parseXml(xml, { noent: expand, noblanks: true }).root()?.name() });
});

export default app;
