import { rule } from '../../../src/rules/input/no-xxe.js';
import { ruleTester } from '../../rule-tester.js';

const head = "import express from 'express';\nconst app = express();\nimport libxml from 'libxmljs';\n";
const errors = [{ messageId: 'flow' as const }];

ruleTester.run('no-xxe', rule as never, {
  valid: [
    {
      name: 'without options',
      code: head + "app.get('/x', async (req, res) => {\n  libxml.parseXml(req.body);\n  res.end();\n});",
    },
    {
      name: 'turned off',
      code:
        head + "app.get('/x', async (req, res) => {\n  libxml.parseXml(req.body, { noent: false });\n  res.end();\n});",
    },
    {
      name: 'a document of the program',
      code:
        head + "app.get('/x', async (req, res) => {\n  libxml.parseXml(TEMPLATE, { noent: true });\n  res.end();\n});",
    },
  ],
  invalid: [
    {
      name: 'entities replaced, with the whole message',
      code:
        head + "app.get('/x', async (req, res) => {\n  libxml.parseXml(req.body, { noent: true });\n  res.end();\n});",
      errors: [
        {
          message:
            'req.body is read as XML by libxml.parseXml with entities replaced: a document of the client reads files of the server or fills its memory. Leave the option out.',
        },
      ] as never,
    },
    {
      name: 'a DTD',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  libxml.parseXmlString(req.body.xml, { dtdload: true });\n  res.end();\n});",
      errors,
    },
    {
      name: 'options by name',
      code:
        head +
        "const OPTIONS = { noent: true };\napp.get('/x', async (req, res) => {\n  libxml.parseXml(req.body, OPTIONS);\n  res.end();\n});",
      errors,
    },
  ],
});
