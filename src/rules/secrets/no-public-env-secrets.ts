import { publicSecretsOf } from '../../facts/environment-secrets/public-variables.js';
import { isTestData } from '../../facts/secrets.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-public-env-secrets',
  area: 'secrets',
  level: 'error',
  description: 'disallow secrets in variables that a bundler sends to browsers',
  cwe: [200, 522],
  mentions: /NEXT_PUBLIC_|NUXT_|PUBLIC_|VITE_|REACT_APP_|EXPO_PUBLIC_|GATSBY_|VUE_APP_|runtimeConfig/,
  messages: {
    published:
      '`{{prefix}}` has the bundler write `{{name}}` into the script that every visitor loads: it is no secret any more. Rotate it, read it on the server under a name without the prefix, and have the browser ask the server.',
  },
  create({ file, report }) {
    if (isTestData(file.kind)) return {};
    return {
      File() {
        for (const { node, name, prefix } of publicSecretsOf(file))
          report({ node, message: 'published', data: { name, prefix } });
      },
    };
  },
});
