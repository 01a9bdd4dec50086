import { addressOfRoute } from '../../facts/applications/addresses.js';
import { isCovered } from '../../facts/applications/coverage.js';
import { credentialKindOf, type CredentialKind } from '../../facts/applications/credential-routes.js';
import { sendsForAnyone } from '../../facts/applications/public-senders.js';
import { isReached } from '../../facts/applications/reach.js';
import { createRule } from '../../rule/create-rule.js';
import { option } from '../../rule/options.js';

const CONSEQUENCES: Readonly<Record<CredentialKind, string>> = {
  password: 'a list of leaked passwords can be tried at full speed',
  code: 'a six-digit code is guessed in minutes',
  account: 'a script fills the database with accounts',
  message: 'a script sends mail or SMS at your cost, to anyone',
  token: 'stolen or guessed tokens can be tried at full speed',
};

/** Settings of proxies that limit requests: nginx, ingress-nginx, Traefik, Caddy, Envoy, Kong. */
const PROXY_LIMIT = /\blimit_req\b|limit-rps|limit-rpm|rateLimit|rate_limit|rate-limit/i;

export const rule = createRule({
  name: 'require-rate-limit',
  area: 'http',
  level: 'warn',
  description: 'require a rate limit on login, sign-up, password, code and token routes',
  cwe: [307, 770],
  mentions:
    /log-?in|sign-?(?:in|up)|password|passwd|otp|2fa|mfa|token|auth|verif|register|forgot|reset|session|resend|bcrypt|argon2|mail|sms/i,
  options: {
    setByProxy: option.boolean(false, 'A proxy in front of the application limits these routes.'),
  },
  messages: {
    unlimited:
      '{{route}} takes as many tries as a client cares to send: {{consequence}}. Put a rate limiter before it, counted by account and by address.',
  },
  create({ file, options, report }) {
    if (file.kind !== 'source' || options.setByProxy) return {};
    return {
      Route(route) {
        const kind = credentialKindOf(route) ?? (sendsForAnyone(route) ? 'message' : null);
        if (!kind || !isReached(route) || isCovered(route, 'rate-limit')) return;
        if (file.project.proxyTexts(file.path).some((text) => PROXY_LIMIT.test(text))) return;
        const path = addressOfRoute(route);
        const name = path === null ? 'This route' : `${route.verb === 'ALL' ? '' : `${route.verb} `}${path}`;
        report({
          node: route.at.node,
          loc: route.at.loc,
          message: 'unlimited',
          data: { route: name, consequence: CONSEQUENCES[kind] },
        });
      },
    };
  },
});
