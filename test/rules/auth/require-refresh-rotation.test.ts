import { rule } from '../../../src/rules/auth/require-refresh-rotation.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import express from 'express';\nimport jwt from 'jsonwebtoken';\nimport { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nconst app = express();\n";
const refresh = (body: string, path = '/auth/refresh'): string =>
  `${head}app.post('${path}', async (req, res) => {\n  const { sub, jti } = jwt.verify(req.body.refreshToken, process.env.R, { algorithms: ['HS256'] });\n  ${body}\n});`;
const access = "const access = jwt.sign({ sub }, process.env.A, { expiresIn: '15m' });";

ruleTester.run('require-refresh-rotation', rule as never, {
  valid: [
    {
      name: 'the old one is deleted',
      code: refresh(`await prisma.refreshToken.delete({ where: { id: jti } }); ${access}`),
    },
    { name: 'ended by a function of that name', code: refresh(`await revokeToken(jti); ${access}`) },
    { name: 'another route', code: refresh(access, '/auth/login') },
    { name: 'nothing signed here', code: refresh('res.json(await provider.refresh(sub));') },
  ],
  invalid: [
    {
      name: 'left as it was',
      code: refresh(access),
      errors: [{ messageId: 'kept', data: { route: 'POST /auth/refresh' }, line: 8, column: 18 }],
    },
    {
      name: 'a new one beside it',
      code: refresh(`${access} const next = jwt.sign({ sub }, process.env.R, { expiresIn: '14d' });`),
      errors: [{ messageId: 'renewed' }],
    },
    {
      name: 'what is deleted is something else',
      code: refresh(`await prisma.draft.delete({ where: { id: sub } }); ${access}`),
      errors: [{ messageId: 'kept' }],
    },
  ],
});
