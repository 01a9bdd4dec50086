import type { Library, MemberRow } from '../../model/library.js';

/** https://docs.stripe.com/api/idempotent_requests?lang=node: the key stands in the options after the parameters. */
const charge: MemberRow = { effect: { does: 'charge', key: ['1.idempotencyKey'] } };
const chargeOf: MemberRow = { effect: { does: 'charge', key: ['2.idempotencyKey', '1.idempotencyKey'] } };

/** Clients of payment, code, search and messaging services. */
export const services: readonly Library[] = [
  {
    // https://docs.stripe.com/api/authentication?lang=node and https://docs.stripe.com/webhooks/signature
    name: 'stripe',
    kind: 'clients',
    modules: ['stripe'],
    client: 'Client',
    exports: {
      default: { secrets: ['0'], returns: 'Client', new: 'Client', construct: { secrets: ['0'] } },
      Stripe: { secrets: ['0'], returns: 'Client', new: 'Client', construct: { secrets: ['0'] } },
      'webhooks.constructEvent': { secrets: ['2'] },
      'webhooks.constructEventAsync': { secrets: ['2'] },
      'Stripe.webhooks.constructEvent': { secrets: ['2'] },
      'Stripe.webhooks.constructEventAsync': { secrets: ['2'] },
    },
    types: {
      Client: {
        members: {
          webhooks: { type: 'Webhooks' },
          charges: { type: 'Charges' },
          paymentIntents: { type: 'Charges' },
          refunds: { type: 'Charges' },
          transfers: { type: 'Charges' },
          payouts: { type: 'Charges' },
          topups: { type: 'Charges' },
          subscriptions: { type: 'Charges' },
          invoiceItems: { type: 'Charges' },
          invoices: { type: 'Invoices' },
          checkout: { type: 'Checkout' },
        },
      },
      Charges: { members: { create: charge } },
      Invoices: { members: { create: charge, sendInvoice: chargeOf } },
      Checkout: { members: { sessions: { type: 'Charges' } } },
      Webhooks: { members: { constructEvent: { secrets: ['2'] }, constructEventAsync: { secrets: ['2'] } } },
    },
  },
  {
    // https://github.com/octokit/octokit.js and https://github.com/octokit/auth-app.js
    name: 'octokit',
    kind: 'clients',
    modules: ['octokit', '@octokit/rest', '@octokit/core', '@octokit/app', '@octokit/auth-app', '@octokit/webhooks'],
    exports: {
      Octokit: { construct: { secrets: ['0.auth', '0.auth.privateKey', '0.auth.clientSecret'] } },
      App: {
        construct: { secrets: ['0.privateKey', '0.webhooks.secret', '0.oauth.clientSecret'] },
      },
      Webhooks: { construct: { secrets: ['0.secret'] } },
      createAppAuth: { secrets: ['0.privateKey', '0.clientSecret'] },
    },
  },
  {
    // https://firebase.google.com/docs/admin/setup
    name: 'firebase-admin',
    kind: 'clients',
    modules: ['firebase-admin', 'firebase-admin/app'],
    exports: {
      cert: { secrets: ['0.privateKey', '0.private_key'] },
      'credential.cert': { secrets: ['0.privateKey', '0.private_key'] },
    },
  },
  {
    // https://www.algolia.com/doc/libraries/javascript: a search-only key is public, but no server writes it as a literal.
    name: 'algolia',
    kind: 'clients',
    modules: ['algoliasearch'],
    exports: { default: { secrets: ['1'] }, algoliasearch: { secrets: ['1'] } },
  },
  {
    // https://github.com/mqttjs/MQTT.js
    name: 'mqtt',
    kind: 'clients',
    modules: ['mqtt'],
    exports: {
      connect: { secrets: ['1.password', '0.password'] },
      connectAsync: { secrets: ['1.password', '0.password'] },
    },
  },
];
