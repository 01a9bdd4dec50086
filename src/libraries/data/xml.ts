import type { ExportRow, Library } from '../../model/library.js';

/** Entities are replaced, or a DTD is read, only where an option says so. */
const withEntities = (options: string): ExportRow => ({
  sinks: ['noent', 'replaceEntities', 'dtdload', 'dtdvalid', 'doctype'].map((name) => ({
    kind: 'xml',
    at: ['0'],
    when: [{ at: `${options}.${name}`, is: 'set' }],
  })),
});
const parse = withEntities('1');
const flags: ExportRow = { sinks: [{ kind: 'xml', at: ['0'], when: [{ at: '1.option', is: 'set' }] }] };

/** XML that is read with entities: https://cheatsheetseries.owasp.org/cheatsheets/XML_External_Entity_Prevention_Cheat_Sheet.html */
export const xml: readonly Library[] = [
  {
    // https://github.com/libxmljs/libxmljs/wiki
    name: 'libxmljs',
    kind: 'data',
    modules: ['libxmljs', 'libxmljs2'],
    exports: {
      parseXml: parse,
      parseXmlString: parse,
      parseXmlAsync: parse,
      parseHtml: parse,
      SaxParser: { new: 'Sax' },
      SaxPushParser: { new: 'Sax' },
    },
    types: { Sax: { members: {} } },
  },
  {
    // https://jameslan.github.io/libxml2-wasm/
    name: 'libxml2-wasm',
    kind: 'data',
    modules: ['libxml2-wasm'],
    exports: { 'XmlDocument.fromString': flags, 'XmlDocument.fromBuffer': flags, XmlDocument: {} },
  },
  {
    // https://github.com/node-xmpp/node-expat: entities of the document itself are expanded without a limit
    name: 'node-expat',
    kind: 'data',
    modules: ['node-expat'],
    exports: { Parser: { new: 'Parser' }, createParser: { returns: 'Parser' } },
    types: {
      Parser: {
        members: { parse: { sinks: [{ kind: 'xml', at: ['0'] }] }, write: { sinks: [{ kind: 'xml', at: ['0'] }] } },
      },
    },
  },
];
