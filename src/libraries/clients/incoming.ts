import type { ExportRow, Library } from '../../model/library.js';

const part: ExportRow = { request: 'body' };
const records: ExportRow = { annotation: 'Records' };
const consumer: ExportRow = { annotation: 'Consumer' };

/** What others send that is no HTTP request: mails, and messages of sockets. */
export const incoming: readonly Library[] = [
  {
    // https://nodemailer.com/extras/mailparser/: everything in a mail is its sender's
    name: 'mailparser',
    kind: 'clients',
    modules: ['mailparser', 'postal-mime'],
    exports: { simpleParser: part, 'default.parse': part },
  },
  {
    // https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html: keys of objects are their uploader's, mails their
    // sender's; types of `@types/aws-lambda`
    name: 'lambda-events',
    kind: 'clients',
    modules: ['aws-lambda', '@types/aws-lambda'],
    exports: {
      S3Event: records,
      SQSEvent: records,
      SNSEvent: records,
      SESEvent: records,
      S3Handler: consumer,
      SQSHandler: consumer,
      SNSHandler: consumer,
      SESHandler: consumer,
      SQSRecord: { annotation: 'Record' },
      S3EventRecord: { annotation: 'Record' },
      SNSEventRecord: { annotation: 'Record' },
    },
    types: {
      Records: { members: { Records: { request: 'message' } } },
      Record: { members: { body: { request: 'message' }, s3: { request: 'message' }, Sns: { request: 'message' } } },
      Consumer: { params: ['Records', null, null] },
    },
  },
  {
    // https://docs.nestjs.com/websockets/gateways
    name: 'nestjs-websockets',
    kind: 'http',
    modules: ['@nestjs/websockets'],
    exports: { MessageBody: part, SubscribeMessage: {}, WebSocketGateway: {}, ConnectedSocket: {} },
  },
];
