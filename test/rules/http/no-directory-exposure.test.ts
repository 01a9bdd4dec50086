import { rule } from '../../../src/rules/http/no-directory-exposure.js';
import { ruleTester } from '../../rule-tester.js';

const express = "import express from 'express';\nimport path from 'node:path';\nconst app = express();\n";
const reported = (name: string, code: string, messageId: string) => ({ name, code, errors: [{ messageId }] });

ruleTester.run('no-directory-exposure', rule as never, {
  valid: [
    { name: 'a public folder', code: `${express}app.use(express.static('public'));` },
    {
      name: 'uploads beside the sources',
      code: `${express}app.use('/uploads', express.static(path.join(__dirname, 'uploads')));`,
    },
    { name: 'a folder that can not be told', code: `${express}app.use(express.static(process.env.FOLDER));` },
    {
      name: 'dotfiles of /.well-known',
      code: `${express}app.use('/.well-known', express.static('public/.well-known', { dotfiles: 'allow' }));`,
    },
    { name: 'a method of that name', code: 'cache.static(__dirname);' },
  ],
  invalid: [
    {
      name: 'the folder of the file',
      code: `${express}app.use(express.static(process.cwd()));`,
      errors: [
        {
          message:
            "This serves the project's root, where the code stands: its sources, package.json and `.env` files beside it can be downloaded. Serve a folder that holds nothing else than what is public.",
          line: 4,
          column: 24,
        },
      ],
    },
    reported('one folder higher', `${express}app.use(express.static(path.join(__dirname, '..')));`, 'sources'),
    reported('a template', `${express}app.use(express.static(\`\${__dirname}/\`));`, 'sources'),
    reported('keys', `${express}app.use(express.static('certs'));`, 'secrets'),
    reported('dotfiles', `${express}app.use(express.static('public', { dotfiles: 'allow' }));`, 'dotfiles'),
    reported(
      'a list of files',
      "import express from 'express';\nimport serveIndex from 'serve-index';\nexpress().use(serveIndex('uploads'));",
      'listing',
    ),
  ],
});
