import { rule } from '../../../src/rules/auth/no-jwt-in-web-storage.js';
import { ruleTester } from '../../rule-tester.js';

const silent = (name: string, code: string) => ({ name, code });
const reported = (name: string, code: string, messageId: string, line = 1, column = 1) => ({
  name,
  code,
  errors: [{ messageId, line, column, suggestions: [] }],
});

ruleTester.run('no-jwt-in-web-storage', rule as never, {
  valid: [
    silent('another entry', "localStorage.setItem('theme', 'dark');"),
    silent('a CSRF token, by the key alone', "localStorage.setItem('csrf', token);"),
    silent('a PKCE verifier', "sessionStorage.setItem('pkce_code_verifier', verifier);"),
    silent('the symbol of a coin', "localStorage.setItem('token', JSON.stringify({ symbol, decimals }));"),
    silent('a mark', "localStorage.setItem('token', 'true');"),
    silent('a time', "localStorage.setItem('tokenExpiresAt', String(Date.now() + body.expiresIn));"),
    silent('removal', "localStorage.removeItem('token'); delete localStorage.token;"),
    silent('emptying', "localStorage.setItem('token', '');"),
    silent('clean-up of an older version', "if (localStorage.getItem('token')) localStorage.removeItem('token');"),
    silent('a cookie that is removed', "document.cookie = 'token=; max-age=0';"),
    silent('a map of the same method names', "new Map<string, string>().set('token', token);"),
    silent(
      'a variable of its own under the name of the global',
      "import { localStorage } from './memory'; localStorage.setItem('token', token);",
    ),
    silent(
      'the secure store of the platform',
      "import * as SecureStore from 'expo-secure-store'; SecureStore.setItemAsync('token', token);",
    ),
    silent(
      'a cookie set on the server',
      "import { setCookie } from 'cookies-next'; setCookie('token', token, { req, res, httpOnly: true });",
    ),
    silent(
      'a store whose token is left out',
      "import { persist } from 'zustand/middleware'; persist(() => ({ token: null, name: '' }), { name: 'a', partialize: ({ token, ...rest }) => rest });",
    ),
    silent(
      'a wrapper that is given something else',
      "const put = (k: string, v: string) => localStorage.setItem(k, v); put('token_count', '3');",
    ),
  ],
  invalid: [
    reported('a key that names a token', "localStorage.setItem('token', x);", 'written'),
    reported('a value that is one', "localStorage.setItem('s', data.accessToken);", 'written'),
    reported('a read', "send(localStorage.getItem('token'));", 'read', 1, 6),
    reported('a property', 'localStorage.jwt = x;', 'written'),
    reported('a constant in brackets', "const KEY = 'auth_token';\nwindow.sessionStorage[KEY] = x;", 'written', 2),
    reported('a cookie of the page', 'document.cookie = `access_token=${x}; path=/`;', 'written'),
    reported(
      'a cookie that is looked for',
      "const t = document.cookie.split('; ').find((row) => row.startsWith('token='));",
      'read',
      1,
      11,
    ),
    reported(
      'an object whose token is read elsewhere',
      "function logIn(res: any) {\n  if (res.data.accessToken)\n    localStorage.setItem('user', JSON.stringify(res.data));\n}",
      'written',
      3,
      5,
    ),
    reported(
      'the token of a parsed entry',
      "const user = JSON.parse(localStorage.getItem('user')!);\nsend(user.accessToken);",
      'read',
      1,
      25,
    ),
    reported(
      'through a wrapper, where it gets the token',
      'const put = (k: string, v: string) => localStorage.setItem(k, v);\nput("token", x);',
      'written',
      2,
    ),
    reported(
      'through a class that is made with the key',
      "class Stored {\n  constructor(private key: string) {}\n  get() {\n    return localStorage.getItem(this.key);\n  }\n}\nexport const token = new Stored('jwt');",
      'read',
      7,
      22,
    ),
    reported(
      'a persisted store',
      "import { persist } from 'zustand/middleware';\npersist(() => ({ token: null }), { name: 'auth' });",
      'persisted',
      2,
    ),
    reported(
      'plain files of a mobile app',
      "import AsyncStorage from '@react-native-async-storage/async-storage';\nAsyncStorage.setItem('token', x);",
      'native',
      2,
    ),
    {
      name: 'drops a write that nothing depends on',
      code: "export async function logIn() {\n  const body = await post('/login');\n  localStorage.setItem('token', body.token);\n  return body.name;\n}",
      errors: [
        {
          messageId: 'written',
          line: 3,
          column: 3,
          suggestions: [
            {
              messageId: 'drop',
              output: "export async function logIn() {\n  const body = await post('/login');\n  return body.name;\n}",
            },
          ],
        },
      ],
    },
    reported(
      'keeps a write whose value nothing else uses',
      "export function logIn(body: any, t: string) {\n  localStorage.setItem('token', t);\n  return body.name;\n}",
      'written',
      2,
      3,
    ),
    {
      name: 'sends the cookie instead of the only header',
      code: "fetch('/api', { headers: { Authorization: `Bearer ${localStorage.getItem('token')}` } });",
      errors: [
        {
          messageId: 'read',
          line: 1,
          column: 53,
          suggestions: [{ messageId: 'credentials', output: "fetch('/api', { credentials: 'include' });" }],
        },
      ],
    },
    {
      name: 'leaves the other headers of an axios request, and takes the variable out',
      code: "import axios from 'axios';\nexport function load() {\n  const token = localStorage.getItem('token');\n  return axios.get('/api', { headers: { Authorization: `Bearer ${token}`, accept: 'text/csv' } });\n}",
      errors: [
        {
          messageId: 'read',
          line: 3,
          column: 17,
          suggestions: [
            {
              messageId: 'credentials',
              output:
                "import axios from 'axios';\nexport function load() {\n  return axios.get('/api', { headers: { accept: 'text/csv' }, withCredentials: true });\n}",
            },
          ],
        },
      ],
    },
  ],
});
