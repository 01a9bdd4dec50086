import { type BackendFile, sourceText } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isInside, keyName, outward, wrapped } from '../../syntax/nodes.js';
import { findVariable } from '../bindings.js';

/** The address of a database, a broker or a service of one's own, written out where it is used. */
export interface ServiceUrl {
  readonly node: TSESTree.StringLiteral | TSESTree.TemplateLiteral;
  readonly kind: 'database' | 'broker' | 'host';
  readonly host: string;
  /** What the variable that holds it would be called. */
  readonly variable: string;
}

const DATABASE =
  /^(?:postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|mssql|sqlserver|clickhouse|cockroachdb|libsql|neo4j|bolt|cassandra):\/\//i;
const BROKER = /^(?:rediss?|amqps?|nats|kafka|mqtts?|stomp|memcached):\/\//i;
const HTTP = /^(?:https?|wss?|grpc):\/\//i;
const HOST = /^[a-z+]+:\/\/(?:[^@/\s]*@)?(\[[^\]]+\]|[^:/?#\s]+)/i;
const LOCAL = /^(?:localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\]|host\.docker\.internal|.*\.localhost)$/i;
const PRIVATE_RANGE =
  /^(?:10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|169\.254\.(?!169\.254)\d+\.\d+)$/;
const OWN_NAME =
  /\.(?:internal|local|lan|intra|corp|private|svc|cluster\.local)$|\.svc\.|\.default\.|\.compute\.internal$|\.rds\.amazonaws\.com$|\.cache\.amazonaws\.com$/i;
const ENVIRONMENT_NAME = /(?:^|[.-])(?:staging|stage|stg|prod|production|preprod|uat|qa|dev|sandbox-internal)\d*[.-]/i;
/** One word is a name in a compose file or a cluster: `http://payments:8080`. */
const CLUSTER_NAME = /^[a-z][a-z\d]*(?:-[a-z\d]+)*$/i;
const EXAMPLE =
  /(?:^|\.)example(?:\.(?:com|org|net))?$|\.(?:test|invalid|example)$|^(?:schemas?|www\.w3|json-schema|xmlns)\b/i;
/** Services of others whose addresses say "api", "dev" or "sandbox". */
const PUBLIC_SANDBOX =
  /(?:paypal|stripe|plaid|twilio|braintree|squareup|adyen|dropbox|github|gitlab|google(?:apis)?|microsoft|azure|vercel|netlify|cloudflare|fly|heroku|npmjs|sentry)\.(?:com|io|dev|app|net)$/i;

const CONNECTS =
  /^(?:fetch|axios|got|ky|request|get|post|put|patch|delete|head|connect|createClient|createPool|createConnection|createInstance|create|extend|drizzle|neon|postgres|knex|mongoose|Redis|Pool|Client|MongoClient|PrismaClient|Sequelize|DataSource|WebSocket|Kafka|Queue|Worker|URL|open|createTransport|proxy|httpProxy|createProxyMiddleware|forRoot|register|registerAsync|initializeApp)$/;
const CONNECTION_NAME =
  /(?:url|uri|host|hosts|hostname|endpoint|origin|base|server|servers|broker|brokers|address|connection(?:String)?|dsn|target|upstream|api)$/i;

/** Every such address of a file. */
export function serviceUrlsOf(file: BackendFile): ServiceUrl[] {
  const found: ServiceUrl[] = [];
  for (const node of file.index.strings) {
    const text = node.type === 'Literal' ? node.value : (node.quasis[0]?.value.cooked ?? '');
    const judged = judge(text);
    if (!judged || !isUsed(node, file)) continue;
    found.push({ node, ...judged });
  }
  return found;
}

function judge(text: string): Omit<ServiceUrl, 'node'> | null {
  const host = HOST.exec(text)?.[1];
  if (host === undefined || LOCAL.test(host) || EXAMPLE.test(host)) return null;
  if (DATABASE.test(text)) return { kind: 'database', host, variable: 'DATABASE_URL' };
  if (BROKER.test(text)) return { kind: 'broker', host, variable: /^redis/i.test(text) ? 'REDIS_URL' : 'BROKER_URL' };
  if (!HTTP.test(text) || PUBLIC_SANDBOX.test(host)) return null;
  const isOwn =
    PRIVATE_RANGE.test(host) || OWN_NAME.test(host) || ENVIRONMENT_NAME.test(host) || CLUSTER_NAME.test(host);
  return isOwn ? { kind: 'host', host, variable: variableFor(host) } : null;
}

/** `payments.internal` → `PAYMENTS_URL`; addresses in numbers say nothing. */
function variableFor(host: string): string {
  const [first] = host
    .split('.')
    .filter((part) => !/^(?:www|api|staging|stage|stg|prod|production|dev|qa|uat|\d+)$/i.test(part));
  const name = first === undefined || PRIVATE_RANGE.test(host) ? 'SERVICE' : first;
  return `${name.replaceAll(/[^a-z\d]+/gi, '_').toUpperCase()}_URL`;
}

/** Whether the text is used to connect: given to a call that does, or to a name or option that says so. */
function isUsed(literal: Node, file: BackendFile): boolean {
  let current: Node = literal;
  for (let parent = outward(current); parent; parent = outward(current)) {
    switch (parent.type) {
      case 'TemplateLiteral':
      case 'BinaryExpression':
        // A comparison, not an address in use.
        if (parent.type === 'BinaryExpression' && parent.operator !== '+') return false;
        current = parent;
        continue;
      case 'ConditionalExpression':
      case 'LogicalExpression':
      case 'ArrayExpression':
      case 'AwaitExpression':
        current = parent;
        continue;
      case 'Property':
        return CONNECTION_NAME.test(keyName(parent.key, parent.computed) ?? '') && !isDocumentation(parent, file);
      case 'PropertyDefinition':
        return CONNECTION_NAME.test(keyName(parent.key, parent.computed) ?? '');
      case 'AssignmentExpression':
        return parent.right === wrapped(current);
      case 'CallExpression':
      case 'NewExpression':
        return parent.callee !== current && CONNECTS.test(calleeName(parent) ?? '');
      case 'VariableDeclarator': {
        if (parent.id.type !== 'Identifier') return false;
        const variable = findVariable(parent.id);
        return (
          CONNECTION_NAME.test(parent.id.name) ||
          (variable?.references ?? []).some(({ identifier, init }) => init !== true && isUsed(identifier, file))
        );
      }
      default:
        return false;
    }
  }
  return false;
}

/** OpenAPI's `servers: [{ url }]`, an allow-list of origins: read by people and browsers, nothing connects. */
function isDocumentation(property: TSESTree.Property, file: BackendFile): boolean {
  for (let up: Node | undefined = outward(property); up; up = up.parent) {
    if (
      up.type === 'Property' &&
      /^(?:servers|openapi|swagger|info|contact|license|externalDocs|cors|origins?|directives|links?)$/i.test(
        keyName(up.key, up.computed) ?? '',
      )
    )
      return true;
    if (up.type === 'CallExpression' && /swagger|openapi|cors|helmet/i.test(calleeName(up) ?? '')) return true;
  }
  return /origin/i.test(keyName(property.key, property.computed) ?? '') || !isInside(property, file.ast);
}

/** Where the environment is read already beside it, the address is a fallback for it. */
export const isFallbackOfEnvironment = ({ node }: ServiceUrl): boolean => {
  const parent = outward(node);
  return (
    parent?.type === 'LogicalExpression' && parent.right === wrapped(node) && /\benv\b/.test(sourceText(parent.left))
  );
};
