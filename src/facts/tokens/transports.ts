import type { BackendFile } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, memberName, unwrap } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { denote } from '../entities.js';
import { isSameWorkspace } from './holders.js';

/** How a client library of a transport is put to use, by the names of what is called or constructed. */
interface Transport {
  readonly module: RegExp;
  readonly starts: RegExp;
  /** For a message. */
  readonly name: string;
}

const TRANSPORTS: readonly Transport[] = [
  // https://docs.nestjs.com/microservices/basics
  {
    module: /^@nestjs\/(?:microservices|core)$/,
    starts:
      /^(?:connectMicroservice|createMicroservice|ClientProxyFactory|ClientsModule|Client|MessagePattern|EventPattern|GrpcMethod)$/,
    name: 'NestJS microservices',
  },
  {
    module: /^(?:@grpc\/grpc-js|nice-grpc|@connectrpc\/connect-node)$/,
    starts:
      /^(?:Server|loadPackageDefinition|makeClientConstructor|makeGenericClientConstructor|Client|createChannel|createServer|createClient|createGrpcTransport|createConnectTransport|connectNodeAdapter)$/,
    name: 'gRPC',
  },
  {
    module: /^(?:kafkajs|@confluentinc\/kafka-javascript|node-rdkafka|@platformatic\/kafka)$/,
    starts: /^(?:Kafka|KafkaJS|Producer|Consumer|KafkaConsumer|HighLevelProducer)$/,
    name: 'Kafka',
  },
  {
    module:
      /^(?:amqplib(?:\/callback_api)?|amqp-connection-manager|rascal|rabbitmq-client|@golevelup\/nestjs-rabbitmq)$/,
    starts: /^(?:connect|BrokerAsPromised|Connection|RabbitMQModule|RabbitSubscribe|RabbitRPC|createSession)$/,
    name: 'RabbitMQ',
  },
  { module: /^(?:nats|nats\.ws|@nats-io\/[\w-]+)$/, starts: /^connect$/, name: 'NATS' },
  {
    module: /^(?:moleculer|seneca|cote)$/,
    starts: /^(?:ServiceBroker|seneca|Seneca|Requester|Responder)$/,
    name: 'a microservice framework',
  },
];

const MENTIONED =
  /@nestjs\/microservices|@grpc\/grpc-js|nice-grpc|connect-node|kafkajs|kafka-javascript|node-rdkafka|platformatic\/kafka|amqplib|amqp-connection-manager|rascal|rabbitmq|nats|moleculer|seneca|\bcote\b/;

/** Where the project puts a transport between services to use, in its own source files; null where it does nowhere. */
export function findTransport(file: BackendFile): { readonly path: string; readonly name: string } | null {
  const { project } = file;
  for (const path of project.filesMentioning(file.path, MENTIONED)) {
    if (!isSameWorkspace(path, file)) continue;
    const other = path === file.path ? file : project.open(path);
    const name = other?.kind === 'source' ? other.memo(transportIn) : null;
    if (name !== null) return { path, name };
  }
  return null;
}

/** The transport that a file starts or decorates handlers for. */
function transportIn(file: BackendFile): string | null {
  const used = TRANSPORTS.filter(({ module }) => file.index.specifiers.some((specifier) => module.test(specifier)));
  for (const transport of used) {
    for (const [name, calls] of file.index.calls)
      for (const call of calls)
        if (
          (transport.starts.test(name) || name === '' || isMemberOf(call, transport)) &&
          startsBy(call.callee, transport)
        )
          return transport.name;
    if (file.index.news.some((node) => startsBy(node.callee, transport))) return transport.name;
  }
  return null;
}

/** `ClientsModule.register([…])`: the class is what counts. */
function isMemberOf(call: TSESTree.CallExpression, transport: Transport): boolean {
  const callee = unwrap(call.callee);
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    transport.starts.test(callee.object.name)
  );
}

function startsBy(callee: Node, transport: Transport): boolean {
  const entity = denote(callee);
  if (entity?.kind === 'export')
    return transport.module.test(entity.module) && entity.path.some((name) => transport.starts.test(name));
  if (entity?.kind === 'method')
    return entity.library.modules.some((module) => transport.module.test(module)) && transport.starts.test(entity.name);
  const value = unwrap(callee);
  // A method of a value that isn't described: `app.connectMicroservice(…)`, `grpc.loadPackageDefinition(…)`.
  if (value.type !== 'MemberExpression' || !transport.starts.test(memberName(value) ?? '')) return false;
  if (memberName(value) === 'connectMicroservice') return true;
  const object = unwrap(value.object);
  if (object.type !== 'Identifier') return false;
  const binding = getBinding(object);
  if (binding.kind === 'import') return transport.module.test(binding.specifier);
  const made = binding.kind === 'value' && binding.init ? unwrap(binding.init) : null;
  if (made?.type !== 'CallExpression' || calleeName(made) !== 'require') return false;
  const module = made.arguments[0];
  return module?.type === 'Literal' && transport.module.test(String(module.value));
}
