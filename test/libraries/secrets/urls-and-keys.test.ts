import { describe, expect, it } from 'vitest';
import { findPrivateKeyBlock, findUrlCredentials } from '../../../src/libraries/secrets/index.js';

describe('credentials in a URL', () => {
  it.each([
    ['postgresql://report:Wint3r-Fjord@pg-ro.billing.internal:5432/billing', 'Wint3r-Fjord'],
    ['mongodb+srv://svc:9fKq2LmZ@cluster0.ab1cd.mongodb.net/app', '9fKq2LmZ'],
    ['redis://:Qu4rtz-Vale@cache.acme.io:6379', 'Qu4rtz-Vale'],
    ['amqps://orders:h0ld%40fast@mq.acme.io/v1', 'h0ld%40fast'],
    ['https://deploy:s3cr3t-Fern@registry.acme.io/npm/', 's3cr3t-Fern'],
    ['smtp://mailer:p@ssWord9@smtp.acme.io:587', 'p@ssWord9'],
    ['postgres://postgres:Str4nge-Otter@localhost:5432/app', 'Str4nge-Otter'],
    ['postgres://admin:admin@db.prod.acme.io/app', 'admin'],
    ['connect to mysql://root:To0r-Birch@10.0.0.5/shop please', 'To0r-Birch'],
  ])('%s', (text, password) => {
    const found = findUrlCredentials(text)!;
    expect(text.slice(found.passwordStart, found.passwordEnd)).toBe(password);
    expect(found.password).toBe(password);
    expect(text.slice(found.start, found.end)).toMatch(/^[a-z+]+:\/\/\S+$/);
  });

  it('finds the real one after a sample', () => {
    const text = 'postgres://user:password@host/db or postgres://app:Gr4nite-Lake@db.acme.io/db';
    expect(findUrlCredentials(text)?.user).toBe('app');
  });

  it.each([
    'postgresql://localhost:5432/billing',
    'postgres://user:password@host:5432/db',
    'postgres://postgres:postgres@localhost:5432/app',
    'mysql://root:root@127.0.0.1/app',
    'amqp://guest:guest@rabbitmq:5672',
    'mongodb://admin:admin@mongo:27017',
    'postgres://app:app@db/app',
    'postgres://<user>:<pass>@host/db',
    'postgres://${USER}:${PASS}@db.acme.io/app',
    'postgres://app:${process.env.PASS}@db.acme.io/app',
    'postgres://app:$PASSWORD@db.acme.io/app',
    'postgres://app:****@db.acme.io/app',
    'https://your-user:your-password@acme.io',
    'https://user:x7Gh2@example.com',
    'git@github.com:acme/billing.git',
    'https://cdn.jsdelivr.net/npm/@scalar/api-reference@1.25.0',
    'http://localhost:3000/@me',
    'https://acme.io:8443/a?mail=x@y.io',
    'mailto:ops@acme.io',
    'https://bcadda4b593d454797a1260e094f0c5d@o11.ingest.sentry.io/1',
    '',
  ])('none in %s', (text) => {
    expect(findUrlCredentials(text)).toBeNull();
  });
});

describe('private key blocks', () => {
  const body = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
  const block = (label: string, inner: string) => `-----BEGIN ${label}-----${inner}-----END ${label}-----`;

  it.each([
    ['PRIVATE KEY', 'private key'],
    ['RSA PRIVATE KEY', 'RSA private key'],
    ['EC PRIVATE KEY', 'EC private key'],
    ['OPENSSH PRIVATE KEY', 'OpenSSH private key'],
    ['PGP PRIVATE KEY BLOCK', 'PGP private key'],
    ['ENCRYPTED PRIVATE KEY', 'encrypted private key'],
  ])('%s with a body', (label, kind) => {
    expect(findPrivateKeyBlock(`key: ${block(label, `\n${body}\n`)}`)).toMatchObject({ kind, start: 5 });
  });

  it('reads escaped line ends and headers', () => {
    expect(findPrivateKeyBlock(block('PRIVATE KEY', `\\n${body}\\n`))).not.toBeNull();
    expect(findPrivateKeyBlock(block('RSA PRIVATE KEY', `\nProc-Type: 4,ENCRYPTED\n\n${body}\n`))).not.toBeNull();
  });

  it('takes a block that is cut off', () => {
    expect(findPrivateKeyBlock(`-----BEGIN PRIVATE KEY-----\n${body}`)).not.toBeNull();
  });

  it.each([
    '-----BEGIN PRIVATE KEY-----',
    block('PRIVATE KEY', '\n...\n'),
    block('PRIVATE KEY', '\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC...\n'),
    block('PRIVATE KEY', '\nyour-private-key-goes-here-please\n'),
    block('PRIVATE KEY', '\n${key}\n'),
    block('PRIVATE KEY', `\n${'x'.repeat(64)}\n`),
    block('PUBLIC KEY', `\n${body}\n`),
    block('CERTIFICATE', `\n${body}\n`),
    'paste your PRIVATE KEY here',
  ])('none in %j', (text) => {
    expect(findPrivateKeyBlock(text)).toBeNull();
  });
});
