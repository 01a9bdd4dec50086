// @complete: no-hardcoded-secrets
'use strict';

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

module.exports = {
  port: Number(process.env.PORT ?? 3000),
  // ok: no-hardcoded-secrets -- the name of a variable
  sessionSecret: required('SESSION_SECRET'),
  // ok: no-hardcoded-secrets
  kioskKey: process.env.KIOSK_KEY,
  // ok: no-hardcoded-secrets
  stripeSecretKey: required('STRIPE_SECRET_KEY'),
  // ok: no-hardcoded-secrets -- made to be published
  stripePublishableKey: 'pk_live_sCBRXUILy7VNwCAQbV59xs49',
  // bad: no-hardcoded-secrets
  // fix: no-hardcoded-secrets
  receiptSigningSecret: 'p1neapple-Orbit-Sugar',
  // ok: no-hardcoded-secrets -- a path, not the key
  privateKeyPath: '/etc/payments/tls/server.key',
  // ok: no-hardcoded-secrets -- lifetimes
  tokenTtl: '15m',
};
