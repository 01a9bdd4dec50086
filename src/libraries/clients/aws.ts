import type { OutgoingRow } from '../../model/rows/outgoing.js';
import type { EffectRow, ExportRow, Library, Position } from '../../model/library.js';

/** https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/: one client class a service, and one with a method for each command. */
const SERVICES = [
  'S3',
  'DynamoDB',
  'DynamoDBStreams',
  'SQS',
  'SNS',
  'SES',
  'SESv2',
  'STS',
  'IAM',
  'KMS',
  'SSM',
  'SecretsManager',
  'Lambda',
  'EventBridge',
  'Scheduler',
  'SFN',
  'Kinesis',
  'Firehose',
  'CloudWatch',
  'CloudWatchLogs',
  'CloudFront',
  'CognitoIdentityProvider',
  'CognitoIdentity',
  'EC2',
  'ECR',
  'ECS',
  'EKS',
  'RDS',
  'RDSData',
  'Route53',
  'Athena',
  'Glue',
  'Bedrock',
  'BedrockRuntime',
  'BedrockAgentRuntime',
  'Polly',
  'Rekognition',
  'Textract',
  'TranscribeStreaming',
  'Transcribe',
  'Translate',
  'Comprehend',
  'OpenSearch',
  'Pinpoint',
  'PinpointSMSVoiceV2',
  'IoTDataPlane',
  'MediaConvert',
  'Organizations',
  'AppConfigData',
];

/**
 * Neither a connection nor an answer has a time limit by itself. `requestTimeout` only logs a warning, unless
 * `throwOnRequestTimeout` is set: @smithy/types, NodeHttpHandlerOptions.
 */
const client: OutgoingRow = {
  does: 'client',
  options: ['0'],
  limits: ['requestHandler'],
  waits: null,
  write: 'requestHandler: { connectionTimeout: 3_000, socketTimeout: 10_000 }',
};

/** A key id and its secret are one pair of credentials, and two literals to take out. */
const v3: ExportRow = {
  construct: {
    secrets: ['0.credentials.accessKeyId', '0.credentials.secretAccessKey', '0.credentials.sessionToken'],
    outgoing: client,
  },
};

/** https://docs.aws.amazon.com/AWSJavaScriptSDK/latest/: version 2, out of support but in use. */
const v2: ExportRow = {
  construct: {
    secrets: [
      '0.accessKeyId',
      '0.secretAccessKey',
      '0.sessionToken',
      '0.credentials.accessKeyId',
      '0.credentials.secretAccessKey',
    ],
  },
};

/** Commands that do something once for every sending: `client.send(new SendMessageCommand({ … }))`. */
const command = (does: EffectRow['does'], ...key: Position[]): ExportRow => ({
  construct: { effect: { does, key } },
});
const queued: Position = '0.MessageDeduplicationId';
const COMMANDS: Readonly<Record<string, ExportRow>> = {
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagededuplicationid-property.html
  SendMessageCommand: command('enqueue', queued),
  SendMessageBatchCommand: command('enqueue', '0.Entries[].MessageDeduplicationId'),
  PublishCommand: command('publish', queued),
  PublishBatchCommand: command('publish', '0.PublishBatchRequestEntries[].MessageDeduplicationId'),
  PutEventsCommand: command('publish'),
  PutRecordCommand: command('publish'),
  PutRecordsCommand: command('publish'),
  SendEmailCommand: command('send'),
  SendRawEmailCommand: command('send'),
  SendTemplatedEmailCommand: command('send'),
  SendBulkTemplatedEmailCommand: command('send'),
  SendBulkEmailCommand: command('send'),
  SendTextMessageCommand: command('send'),
  // https://docs.aws.amazon.com/step-functions/latest/apireference/API_StartExecution.html: a name runs once in 90 days.
  StartExecutionCommand: command('enqueue', '0.name'),
};

export const aws: readonly Library[] = [
  {
    name: 'aws',
    kind: 'clients',
    modules: ['@aws-sdk/*'],
    exports: {
      ...Object.fromEntries(
        SERVICES.flatMap((service): [string, ExportRow][] => [
          [`${service}Client`, v3],
          [service, v3],
        ]),
      ),
      ...COMMANDS,
    },
  },
  {
    name: 'aws-v2',
    kind: 'clients',
    modules: ['aws-sdk', 'aws-sdk/*'],
    exports: {
      ...Object.fromEntries(SERVICES.map((service): [string, ExportRow] => [service, v2])),
      'DynamoDB.DocumentClient': v2,
      Credentials: { construct: { secrets: ['0', '1', '2', '0.accessKeyId', '0.secretAccessKey'] } },
      'config.update': { secrets: ['0.accessKeyId', '0.secretAccessKey', '0.sessionToken'] },
    },
  },
];
