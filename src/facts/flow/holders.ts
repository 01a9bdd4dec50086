import type { BackendFile } from '../../model/file.js';
import { denote, rowOf } from '../entities.js';
import { jobHandlersOf } from '../jobs/jobs.js';
import { routesOf } from '../routes.js';
import { namesFor } from '../scope.js';
import { partIn } from './sources.js';

/** Parts of requests by the names that frameworks give them. */
const PARTS = [
  'body',
  'rawBody',
  'query',
  'params',
  'headers',
  'cookies',
  'file',
  'files',
  'url',
  'originalUrl',
  'nextUrl',
];
/** The same taken apart: `({ body, params })`, `const { query } = req`. */
const TAKEN =
  /[{,]\s*(?:body|query|params|headers|cookies|files?|url|input|rawBody|request|req|ctx|context|event|args)\b[^{}]{0,200}\}\s*(?::|=[^>=]|\)|,)/;
/** What another side sends outside of requests: sockets, brokers, archives, mails, records of a Lambda. */
const OTHERS =
  /\baddContentTypeParser\b|['"]use server['"]|\.(?:on|once|addListener|addEventListener|consume)\(|\beach(?:Message|Batch)\b|\bRecords\b|\bimport\(|unzip|archive|tar\b|\bentry\b|simpleParser|mailparser|@(?:Body|Query|Param|Headers|Args|MessageBody|Payload|Req|Request|UploadedFiles?|Cookies|Session)\b|\bNext(?:Api)?Request\b|:\s*(?:\w+\.)?(?:Fastify|Express)?Request\b|\bContext\b|\bAPIGateway|\bH3Event\b|\bRequestEvent\b|\bSQS|\bSNS|\bS3Event|\b(?:readBody|getQuery|formData|searchParams|IncomingMessage|procedure|resolve[rs]?\b|Resolver|Mutation)/;
const WORKERS = /\bnew Worker\b|\.(?:process|define|work)\(|@Process/;

/**
 * Whether a file may hold request data at all: it has routes, or reads what could be a part of a request. Of a file that
 * holds none nothing flows, whatever it calls; most services and repositories are such.
 */
export const mayHoldRequests = (file: BackendFile): boolean => file.memo(findHolder);

function findHolder(file: BackendFile): boolean {
  if (routesOf(file).length > 0 || OTHERS.test(file.text) || TAKEN.test(file.text)) return true;
  if (WORKERS.test(file.text) && jobHandlersOf(file).length > 0) return true;
  for (const name of PARTS)
    for (const member of file.index.members.get(name) ?? []) {
      const object = denote(member.object);
      // What isn't known may be a request under another name.
      if (
        object === null
          ? /\b(?:req|request|ctx|context|event|c|evt|r)$/i.test(textOf(file, member.object.range))
          : partIn(object, [name]) !== null
      )
        return true;
    }
  for (const name of namesFor(file, 'request'))
    for (const call of file.index.calls.get(name) ?? []) if (rowOf(denote(call.callee))?.request) return true;
  return false;
}

const textOf = ({ text }: BackendFile, range: readonly [number, number]): string => text.slice(range[0], range[1]);
