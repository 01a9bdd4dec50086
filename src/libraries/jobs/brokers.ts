import type { Library, MemberRow, Position } from '../../model/library.js';

const enqueue = (...key: Position[]): MemberRow => ({ effect: { does: 'enqueue', key } });
const publish = (...key: Position[]): MemberRow => ({ effect: { does: 'publish', key } });
const channel: MemberRow = {
  returns: 'Channel',
  callbacks: { '0': { params: [null, 'Channel'] }, '1': { params: [null, 'Channel'] } },
};

/** Message brokers, and hosted queues. */
export const brokers: readonly Library[] = [
  {
    // https://amqp-node.github.io/amqplib/channel_api.html; consumers know a repeat by the message's id.
    name: 'amqplib',
    kind: 'jobs',
    modules: ['amqplib', 'amqplib/callback_api'],
    client: 'Channel',
    exports: {
      connect: { returns: 'Connection', callbacks: { '1': { params: [null, 'Connection'] } } },
      Channel: { annotation: 'Channel' },
      ConfirmChannel: { annotation: 'Channel' },
      Connection: { annotation: 'Connection' },
      ChannelModel: { annotation: 'Connection' },
    },
    types: {
      Connection: { members: { createChannel: channel, createConfirmChannel: channel, close: {} } },
      Channel: { members: { publish: publish('3.messageId'), sendToQueue: enqueue('2.messageId'), consume: {} } },
    },
  },
  {
    // https://kafka.js.org/docs/producing: `idempotent: true` is of the producer's own retries, not the caller's.
    name: 'kafkajs',
    kind: 'jobs',
    modules: ['kafkajs'],
    client: 'Producer',
    exports: { Kafka: { new: 'Kafka' }, Producer: { annotation: 'Producer' } },
    types: {
      Kafka: { members: { producer: { returns: 'Producer' } } },
      Producer: {
        members: { send: publish(), sendBatch: publish(), transaction: { returns: 'Producer' }, connect: {} },
      },
    },
  },
  {
    // https://github.com/nats-io/nats.js: JetStream drops a message whose id it has seen.
    name: 'nats',
    kind: 'jobs',
    modules: ['nats', '@nats-io/transport-node', '@nats-io/jetstream'],
    client: 'Connection',
    exports: {
      connect: { returns: 'Connection' },
      NatsConnection: { annotation: 'Connection' },
      JetStreamClient: { annotation: 'JetStream' },
      jetstream: { returns: 'JetStream' },
    },
    types: {
      Connection: { members: { publish: publish(), jetstream: { returns: 'JetStream' } } },
      JetStream: { members: { publish: publish('2.msgID') } },
    },
  },
  {
    // https://docs.nestjs.com/microservices/basics#sending-messages
    name: 'nestjs-clients',
    kind: 'jobs',
    modules: ['@nestjs/microservices'],
    exports: {
      ClientProxy: { annotation: 'Proxy' },
      ClientKafka: { annotation: 'Proxy' },
      ClientRMQ: { annotation: 'Proxy' },
    },
    types: { Proxy: { members: { emit: publish(), send: { effect: { does: 'call' } } } } },
  },
  {
    // https://cloud.google.com/nodejs/docs/reference/pubsub/latest
    name: 'google-pubsub',
    kind: 'jobs',
    modules: ['@google-cloud/pubsub'],
    exports: { PubSub: { new: 'PubSub' }, Topic: { annotation: 'Topic' } },
    types: {
      PubSub: { members: { topic: { returns: 'Topic' } } },
      Topic: { members: { publish: publish(), publishMessage: publish(), publishJSON: publish() } },
    },
  },
  {
    // https://upstash.com/docs/qstash/features/deduplication
    name: 'qstash',
    kind: 'jobs',
    modules: ['@upstash/qstash'],
    exports: { Client: { new: 'Client' } },
    types: {
      Client: {
        members: {
          publish: enqueue('0.deduplicationId', '0.contentBasedDeduplication'),
          publishJSON: enqueue('0.deduplicationId', '0.contentBasedDeduplication'),
          batch: enqueue('0[].deduplicationId'),
          batchJSON: enqueue('0[].deduplicationId'),
          queue: { returns: 'Queue' },
        },
      },
      Queue: {
        members: {
          enqueue: enqueue('0.deduplicationId', '0.contentBasedDeduplication'),
          enqueueJSON: enqueue('0.deduplicationId', '0.contentBasedDeduplication'),
        },
      },
    },
  },
  {
    // https://developers.cloudflare.com/queues/configuration/javascript-apis/#producer: global types of the Workers runtime.
    name: 'cloudflare-queues',
    kind: 'jobs',
    modules: ['@cloudflare/workers-types'],
    client: 'Queue',
    exports: { Queue: { annotation: 'Queue' }, SendEmail: { annotation: 'Mail' } },
    globals: { Queue: { annotation: 'Queue' }, SendEmail: { annotation: 'Mail' } },
    types: {
      Queue: { members: { send: enqueue(), sendBatch: enqueue() } },
      Mail: { members: { send: { effect: { does: 'send' } } } },
    },
  },
];
