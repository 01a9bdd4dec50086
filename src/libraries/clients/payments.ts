import type { Library, MemberRow, Position } from '../../model/library.js';

const charge = (...key: Position[]): MemberRow => ({ effect: { does: 'charge', key } });

/** Payment providers beside Stripe, each with the place of the key that makes a repeat safe. */
export const payments: readonly Library[] = [
  {
    // https://developer.paypal.com/api/rest/reference/idempotency/
    name: 'paypal',
    kind: 'clients',
    modules: ['@paypal/paypal-server-sdk'],
    exports: {
      OrdersController: { new: 'Orders' },
      PaymentsController: { new: 'Payments' },
    },
    types: {
      Orders: {
        members: { createOrder: charge('0.paypalRequestId'), captureOrder: charge('0.paypalRequestId') },
      },
      Payments: {
        members: {
          captureAuthorizedPayment: charge('0.paypalRequestId'),
          refundCapturedPayment: charge('0.paypalRequestId'),
        },
      },
    },
  },
  {
    // https://developer.squareup.com/docs/build-basics/common-api-patterns/idempotency: the key is a field of the request.
    name: 'square',
    kind: 'clients',
    modules: ['square'],
    exports: { SquareClient: { new: 'Client' } },
    types: {
      Client: { members: { payments: { type: 'Payments' }, refunds: { type: 'Refunds' } } },
      Payments: { members: { create: charge('0.idempotencyKey') } },
      Refunds: { members: { refundPayment: charge('0.idempotencyKey') } },
    },
  },
  {
    // https://docs.adyen.com/development-resources/api-idempotency/
    name: 'adyen',
    kind: 'clients',
    modules: ['@adyen/api-library'],
    exports: { CheckoutAPI: { new: 'Checkout' } },
    types: {
      Checkout: { members: { PaymentsApi: { type: 'Payments' }, ModificationsApi: { type: 'Modifications' } } },
      Payments: { members: { payments: charge('1.idempotencyKey') } },
      Modifications: {
        members: {
          captureAuthorisedPayment: charge('2.idempotencyKey'),
          refundCapturedPayment: charge('2.idempotencyKey'),
        },
      },
    },
  },
  {
    // https://docs.mollie.com/reference/api-idempotency: the client makes a key for its own retries; the caller gives his here.
    name: 'mollie',
    kind: 'clients',
    modules: ['@mollie/api-client'],
    exports: { default: { returns: 'Client' }, createMollieClient: { returns: 'Client' } },
    types: {
      Client: {
        members: {
          payments: { type: 'Payments' },
          orders: { type: 'Payments' },
          paymentRefunds: { type: 'Payments' },
          customerPayments: { type: 'Payments' },
          customerSubscriptions: { type: 'Payments' },
        },
      },
      Payments: { members: { create: charge('0.idempotencyKey') } },
    },
  },
  {
    // https://developer.paypal.com/braintree/docs/reference/request/transaction/sale/node: no key; duplicates are refused
    // only within a window that the merchant sets.
    name: 'braintree',
    kind: 'clients',
    modules: ['braintree'],
    exports: { BraintreeGateway: { new: 'Gateway' }, connect: { returns: 'Gateway' } },
    types: {
      Gateway: { members: { transaction: { type: 'Transactions' } } },
      Transactions: { members: { sale: charge(), refund: charge(), submitForSettlement: {} } },
    },
  },
  {
    // https://razorpay.com/docs/api/orders/create/; a payment is captured once.
    name: 'razorpay',
    kind: 'clients',
    modules: ['razorpay'],
    exports: { default: { new: 'Client', construct: { secrets: ['0.key_secret'] } } },
    types: {
      Client: {
        members: {
          orders: { type: 'Orders' },
          payments: { type: 'Payments' },
          transfers: { type: 'Orders' },
          subscriptions: { type: 'Orders' },
        },
      },
      Orders: { members: { create: charge() } },
      Payments: { members: { refund: charge(), capture: {} } },
    },
  },
];
