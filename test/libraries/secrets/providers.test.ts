import { describe, expect, it } from 'vitest';
import {
  findPrivateKeyBlock,
  findProviderSecrets,
  findUrlCredentials,
  judgeSecretLiteral,
  providerTokenRows,
} from '../../../src/libraries/secrets/index.js';

/** Characters in an order no placeholder has, of the alphabet a provider uses. */
const alnum = (length: number) => 'k4Rz8QmW2vXbN6tYpL1sHdJ9cF3gUa7Ee5Ti0Oo'.repeat(8).slice(0, length);
const hex = (length: number) => '749b224773f98f7acdfabbab80501b35'.repeat(8).slice(0, length);
const upper = (length: number) => 'QK7ZR4MW2VXBN6TYPL3SHDJ5CFGUA'.repeat(4).slice(0, length);
const digits = (length: number) => '4719283650'.repeat(3).slice(0, length);
const join = (...parts: string[]) => parts.join('');

const samples: Readonly<Record<string, readonly string[]>> = {
  'AWS access key id': [join('AKIA', upper(16)), join('ASIA', upper(16))],
  'AWS secret access key': [join('AWS_SECRET', '_ACCESS_KEY=', alnum(38), '/+')],
  'Amazon Bedrock API key': [join('ABSK', alnum(120))],
  'Google API key': [join('AIza', alnum(35))],
  'Google OAuth client secret': [join('GOCSPX-', alnum(28))],
  'Google OAuth access token': [join('ya29.', alnum(60))],
  'Azure account key': [join('DefaultEndpointsProtocol=https;AccountName=x;AccountKey=', alnum(86), '==;')],
  'Azure AD client secret': [join('k4R8Q~', alnum(34)), join('abc8Q~', alnum(31))],
  'connection string with a password': ['Server=tcp:sql.acme.io;User ID=app;Password=Gr4nite-Lake;Encrypt=true'],
  'DigitalOcean token': [join('dop_v1_', hex(64))],
  'Cloudflare API token': [join('cfut_', alnum(48))],
  'Cloudflare origin CA key': [join('v1.0-', hex(24), '-', hex(146))],
  'Vercel access token': [join('vcp_', alnum(40))],
  'Netlify access token': [join('nfp_', alnum(36))],
  'Heroku API key': [join('HRKU-', alnum(60))],
  'Fly.io access token': [join('fo1_', alnum(43)), join('fm2_', alnum(120))],
  'Vault token': [join('hvs.', alnum(90)), join('hvb.', alnum(140))],
  'Terraform Cloud token': [join(alnum(14), '.atlasv1.', alnum(67))],
  'Doppler token': [join('dp.pt.', alnum(43)), join('dp.st.prd.', alnum(43))],
  '1Password service account token': [join('ops_eyJ', alnum(250))],
  'age secret key': [join('AGE-SECRET-KEY-1', 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'.repeat(2).slice(0, 58))],
  'Alibaba Cloud access key id': [join('LTAI', alnum(20))],
  'GitHub token': ['p', 'o', 'u', 's', 'r'].map((kind) => join('gh', kind, '_', alnum(36))),
  'GitHub fine-grained token': [join('github_pat_', alnum(22), '_', alnum(59))],
  'GitLab token': [join('glpat-', alnum(20)), join('gldt-', alnum(20)), join('glrt-', alnum(20))],
  'Atlassian API token': [join('ATATT3', alnum(186))],
  'npm access token': [join('npm_', alnum(36))],
  'PyPI upload token': [join('pypi-AgEIcHlwaS5vcmc', alnum(120))],
  'Docker Hub access token': [join('dckr_pat_', alnum(27))],
  'Supabase secret key': [join('sb_secret_', alnum(31)), join('sbp_', hex(40))],
  'Supabase publishable key': [join('sb_publishable_', alnum(31))],
  'PlanetScale token': [join('pscale_tkn_', alnum(43)), join('pscale_pw_', alnum(43))],
  'Databricks access token': [join('dapi', hex(32))],
  'New Relic API key': [join('NRAK-', upper(27))],
  'Datadog API key': [join('DD_API', '_KEY=', hex(32))],
  'Sentry auth token': [join('sntryu_', hex(64)), join('sntrys_', alnum(80))],
  'Grafana token': [join('glsa_', alnum(32), '_', hex(8))],
  'PostHog personal API key': [join('phx_', alnum(43))],
  'PostHog project key': [join('phc_', alnum(43))],
  'Mapbox secret token': [join('sk.eyJ', alnum(60), '.', alnum(22))],
  'Mapbox public token': [join('pk.eyJ', alnum(60), '.', alnum(22))],
  'Sentry DSN': [join('https://', hex(32), '@o4507.ingest.us.sentry.io/45')],
  'Postman API key': [join('PMAK-', hex(24), '-', hex(34))],
  'Linear API key': [join('lin_api_', alnum(40))],
  'Notion integration token': [join('ntn_', digits(11), alnum(35)), join('secret_', alnum(43))],
  'Figma access token': [join('figd_', alnum(40))],
  'Airtable access token': [join('pat', alnum(14), '.', hex(64))],
  'Pulumi access token': [join('pul-', hex(40))],
  'Stripe secret key': [join('sk_', 'live_51', alnum(97)), join('rk_', 'live_', alnum(24))],
  'Stripe publishable key': [join('pk_', 'live_51', alnum(97))],
  'Stripe webhook signing secret': [join('whsec_', alnum(32))],
  'Slack token': [
    join('xox', 'b-', digits(12), '-', digits(12), '-', alnum(24)),
    join('xapp-1-', upper(11), '-', digits(13), '-', hex(64)),
  ],
  'Slack webhook URL': [join('https://hooks.slack', '.com/services/T', upper(8), '/B', upper(8), '/', alnum(24))],
  'Discord bot token': [join('MTE4', alnum(22), '.Gx4tQz.', alnum(38))],
  'Discord webhook URL': [join('https://discord', '.com/api/webhooks/', digits(18), '/', alnum(68))],
  'Teams webhook URL': [
    join(
      'https://acme.webhook.office',
      '.com/webhookb2/3f2504e0-4f89-11d3-9a0c-0305e82c3301@3f2504e0-4f89-11d3-9a0c-0305e82c3301/IncomingWebhook/',
      hex(32),
      '/3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    ),
  ],
  'Telegram bot token': [join(digits(10), ':AA', alnum(33))],
  'Twilio API key SID': [join('SK', hex(32))],
  'SendGrid API key': [join('SG.', alnum(22), '.', alnum(43))],
  'Mailgun API key': [join('key-', hex(32)), join(hex(32), '-', hex(8), '-', hex(8))],
  'Mailchimp API key': [join(hex(32), '-us19')],
  'Resend API key': [join('re_', alnum(8), '_', alnum(24))],
  'Brevo API key': [join('xkeysib-', hex(64), '-', alnum(16))],
  'OpenAI API key': [join('sk-', alnum(20), 'T3BlbkFJ', alnum(20)), join('sk-proj-', alnum(74), 'T3BlbkFJ', alnum(74))],
  'Anthropic API key': [join('sk-ant-', 'api03-', alnum(93), 'AA')],
  'OpenRouter API key': [join('sk-or-', 'v1-', hex(64))],
  'Hugging Face token': [join('hf_', 'QmWvXbNtYpLsHdJcFgUaEeTiOoKrZkRzQw')],
  'Groq API key': [join('gsk_', alnum(52))],
  'Perplexity API key': [join('pplx-', alnum(48))],
  'Replicate API token': [join('r8_', alnum(37))],
  'Shopify token': [join('shpat_', hex(32)), join('shpss_', hex(32))],
  'Square token': [join('EAAA', alnum(60)), join('sq0csp-', alnum(43))],
  'Braintree access token': [join('access_token$', 'production$', hex(16), '$', hex(32))],
  'Facebook access token': [join('EAAC', alnum(160))],
};

describe('the pattern library', () => {
  it('has a sample of every row', () => {
    expect([...new Set(providerTokenRows.map((row) => row.kind))].sort()).toEqual(Object.keys(samples).sort());
  });

  it('names the documentation of every row', () => {
    for (const row of providerTokenRows) expect(row.source, row.kind).toMatch(/^https:\/\//);
  });

  describe.each(Object.entries(samples))('%s', (kind, texts) => {
    it.each(texts)('is found alone and in a sentence', (text) => {
      expect(findProviderSecrets(text)).toMatchObject([{ kind, live: true }]);
      const [inside] = findProviderSecrets(`Use "${text}" here.`);
      expect(inside).toMatchObject({ kind });
      expect(text).toContain(`Use "${text}" here.`.slice(inside!.start, inside!.end));
    });
  });
});

describe('test mode and publishable keys', () => {
  it('knows a test key from a live one', () => {
    expect(findProviderSecrets(join('sk_', 'test_51', alnum(24)))).toMatchObject([{ live: false, publishable: false }]);
    expect(findProviderSecrets(join('sk_', 'live_51', alnum(24)))).toMatchObject([{ live: true, publishable: false }]);
  });

  it('marks keys that are made to be published', () => {
    expect(findProviderSecrets(join('pk_', 'live_', alnum(24)))).toMatchObject([{ publishable: true }]);
    expect(findProviderSecrets(join('phc_', alnum(43)))).toMatchObject([{ publishable: true }]);
  });

  it('leaves the Google key open', () => {
    expect(findProviderSecrets(join('AIza', alnum(35)))).toMatchObject([{ publishable: 'maybe' }]);
  });
});

describe('where a token stands', () => {
  it('gives the offsets of the secret part', () => {
    const key = join(alnum(86), '==');
    const text = `AccountName=files;AccountKey=${key};EndpointSuffix=core.windows.net`;
    const [found] = findProviderSecrets(text);
    expect(text.slice(found!.start, found!.end)).toBe(key);
  });

  it('finds several, in order', () => {
    const text = `${join('AKIA', upper(16))} and ${join('npm_', alnum(36))}`;
    expect(findProviderSecrets(text).map((one) => one.provider)).toEqual(['AWS', 'npm']);
  });
});

describe('JSON Web Tokens', () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = (payload: object, header: object = { alg: 'HS256', typ: 'JWT' }) =>
    [part(header), part(payload), alnum(43)].join('.');
  const now = Date.UTC(2026, 0, 1);
  const inAYear = now / 1000 + 365 * 86_400;

  it('finds one written out', () => {
    expect(findProviderSecrets(`Bearer ${token({ sub: 'svc', exp: inAYear })}`, now)).toMatchObject([
      { kind: 'JSON Web Token', start: 7, publishable: false },
    ]);
  });

  it('tells Supabase keys apart by their role', () => {
    expect(findProviderSecrets(token({ iss: 'supabase', role: 'service_role', exp: inAYear }), now)).toMatchObject([
      { kind: 'Supabase service role key', publishable: false },
    ]);
    expect(findProviderSecrets(token({ iss: 'supabase', role: 'anon', exp: inAYear }), now)).toMatchObject([
      { kind: 'Supabase anon key', publishable: true },
    ]);
  });

  it.each([
    ['sample of jwt.io', { sub: '1234567890', name: 'John Doe', iat: 1516239022 }],
    ['expired token', { sub: 'svc', exp: now / 1000 - 60 }],
    ['local demo key of Supabase', { iss: 'supabase-demo', role: 'service_role', exp: inAYear }],
  ])('leaves the %s alone', (_what, payload) => {
    expect(findProviderSecrets(token(payload), now)).toEqual([]);
  });

  it('takes three parts that are no JSON for something else', () => {
    expect(findProviderSecrets(`eyJ${alnum(20)}.eyJ${alnum(20)}.${alnum(30)}`, now)).toEqual([]);
  });
});

describe('texts without tokens', () => {
  it.each([
    join('AKIA', 'IOSFODNN7EXAMPLE'),
    join('ghp_', 'x'.repeat(36)),
    join('sk_', 'live_', 'your_key_goes_here_please'),
    join('sk_', 'test_', '...'),
    join('xox', 'b-your-slack-bot-token-here'),
    join('glpat-', '0'.repeat(20)),
    join('AC', hex(32)),
    hex(32),
    hex(40),
    'sk-',
    'task-management-for-every-team-in-the-company',
    'ask-somebody-who-knows-about-this-thing-please',
    'https://hooks.slack.com/services/T000/B000/XXX',
    'npm_config_registry_and_a_lot_more_of_it_here',
    'key-value-store-with-a-very-long-name-indeed',
    'The user must enter an API key (it starts with sk_live_) to go on.',
    'Server=localhost;Database=app;Integrated Security=true',
    'Server=db;Password=password;',
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUA',
    'UPDATE users SET password_hash = $1, token_version = token_version + 1 WHERE id = $2',
    '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
    '',
  ])('%s', (text) => {
    expect(findProviderSecrets(text)).toEqual([]);
  });
});

describe('a hostile text', () => {
  it.each(['sk-', 'M', '1', 'a-', 'Server=a;Password=', 'a://b:', 'eyJ', 'secret_', '-----BEGIN PRIVATE KEY-----'])(
    'of %j over and over is read in time that grows with its length only',
    (unit) => {
      const text = unit.repeat(Math.ceil(60_000 / unit.length));
      const begin = performance.now();
      findProviderSecrets(text);
      findUrlCredentials(text);
      findPrivateKeyBlock(text);
      judgeSecretLiteral('password', text, 'named');
      expect(performance.now() - begin).toBeLessThan(1_000);
    },
  );
});
