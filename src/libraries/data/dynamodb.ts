import type { ExportRow, Library, MemberRow, QueryOperation, QueryRow } from '../../model/library.js';
import { query } from './rows.js';

/** A command's positions are those of the call that sends it: the command is its first argument. */
const command = (op: QueryOperation, row: Partial<QueryRow> = {}): ExportRow => ({
  new: 'Command',
  construct: { query: { op, entity: '0.0.TableName', ...row } },
});
const page = { bound: ['0.0.Limit'], options: '0.0', boundName: 'Limit' };
const send: MemberRow = { query: { op: 'build', command: '0' } };
const direct = (op: QueryOperation, row: Partial<QueryRow> = {}): MemberRow =>
  query(op, { entity: '0.TableName', ...row });
const paginate: ExportRow = { query: { op: 'read-many', entity: '1.TableName', streams: true } };

/**
 * https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/package/-aws-sdk-lib-dynamodb/: one `send`, told apart by the
 * command handed to it.
 */
export const dynamodb: Library = {
  name: 'dynamodb',
  kind: 'data',
  modules: ['@aws-sdk/lib-dynamodb', '@aws-sdk/client-dynamodb'],
  client: 'Client',
  exports: {
    DynamoDBClient: {
      new: 'Client',
      construct: { secrets: ['0.credentials.secretAccessKey', '0.credentials.sessionToken'] },
    },
    DynamoDBDocumentClient: { annotation: 'Client' },
    'DynamoDBDocumentClient.from': { returns: 'Client' },
    DynamoDBDocument: { annotation: 'Document' },
    'DynamoDBDocument.from': { returns: 'Document' },
    ScanCommand: command('read-many', page),
    QueryCommand: command('read-many', page),
    GetCommand: command('read-one'),
    PutCommand: command('create'),
    UpdateCommand: command('update'),
    DeleteCommand: command('delete'),
    BatchGetCommand: command('read-one'),
    BatchWriteCommand: command('update'),
    TransactGetCommand: command('read-one'),
    TransactWriteCommand: command('update'),
    GetItemCommand: command('read-one'),
    PutItemCommand: command('create'),
    UpdateItemCommand: command('update'),
    DeleteItemCommand: command('delete'),
    BatchGetItemCommand: command('read-one'),
    BatchWriteItemCommand: command('update'),
    TransactGetItemsCommand: command('read-one'),
    TransactWriteItemsCommand: command('update'),
    paginateScan: paginate,
    paginateQuery: paginate,
  },
  types: {
    Client: { members: { send, destroy: {} } },
    Document: {
      members: {
        send,
        scan: direct('read-many', { bound: ['0.Limit'], options: '0', boundName: 'Limit' }),
        query: direct('read-many', { bound: ['0.Limit'], options: '0', boundName: 'Limit' }),
        get: direct('read-one'),
        put: direct('create'),
        update: direct('update'),
        delete: direct('delete'),
        batchGet: query('read-one'),
        batchWrite: query('update'),
        transactGet: query('read-one'),
        transactWrite: query('update'),
        destroy: {},
      },
    },
    Command: {},
  },
};
