import { rule } from '../../../src/rules/input/no-ssrf.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import express from 'express';\nconst app = express();\nimport axios from 'axios';\nimport { lookup } from 'node:dns/promises';\n";
const errors = [{ messageId: 'flow' as const }];

ruleTester.run('no-ssrf', rule as never, {
  valid: [
    {
      name: 'a fixed host',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  await fetch(`https://api.example.com/users/${req.params.id}`);\n  res.end();\n});",
    },
    {
      name: 'a list of hosts',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  const url = new URL(req.query.url);\n  if (!HOSTS.has(url.hostname)) throw new Error('x');\n  await fetch(url);\n  res.end();\n});",
    },
    {
      name: 'a host compared',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  const { host } = new URL(req.query.url);\n  if (host !== 'api.example.com') throw new Error('x');\n  await fetch(req.query.url);\n  res.end();\n});",
    },
    {
      name: 'what a function that looks addresses up gives back',
      code:
        head +
        "async function assertPublicUrl(given: string) {\n  const url = new URL(given);\n  const { address } = await lookup(url.hostname);\n  if (isBlocked(address)) throw new Error('blocked');\n  return url;\n}\napp.get('/x', async (req, res) => {\n  const url = await assertPublicUrl(req.query.url);\n  await fetch(url, { redirect: 'manual' });\n  res.end();\n});",
    },
    {
      name: 'a look-up without redirects',
      code:
        head +
        "async function assertPublic(url: string) {\n  const { address } = await lookup(new URL(url).hostname);\n  if (isPrivate(address)) throw new Error('private');\n}\napp.get('/x', async (req, res) => {\n  await assertPublic(req.body.url);\n  await fetch(req.body.url, { redirect: 'error' });\n  res.end();\n});",
    },
    {
      name: 'the configured address',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  await fetch(process.env.API_URL + '/users/' + req.params.id);\n  res.end();\n});",
    },
  ],
  invalid: [
    {
      name: 'fetch, with the whole message',
      code: head + "app.get('/x', async (req, res) => {\n  await fetch(req.query.url);\n  res.end();\n});",
      errors: [
        {
          message:
            'req.query.url decides where fetch sends its request: a client reaches 169.254.169.254 and every service inside the network through this server. Compare the host of the parsed URL with a list of allowed ones, and do not follow redirects.',
        },
      ] as never,
    },
    {
      name: 'a scheme is no host',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  if (!req.body.url.startsWith('https://')) throw new Error('x');\n  await axios.post(req.body.url, {});\n  res.end();\n});",
      errors,
    },
    {
      name: 'options of axios',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  await axios({ method: 'get', url: req.body.url });\n  res.end();\n});",
      errors,
    },
    {
      name: 'a subdomain',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  await fetch(`https://${req.params.tenant}.example.com/`);\n  res.end();\n});",
      errors,
    },
    {
      name: 'a look-up, and redirects are followed',
      code:
        head +
        "async function assertPublic(url: string) {\n  const { address } = await lookup(new URL(url).hostname);\n  if (isPrivate(address)) throw new Error('private');\n}\napp.get('/x', async (req, res) => {\n  await assertPublic(req.body.url);\n  await fetch(req.body.url);\n  res.end();\n});",
      errors,
    },
  ],
});
