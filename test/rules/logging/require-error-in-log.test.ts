import { rule } from '../../../src/rules/logging/require-error-in-log.js';
import { ruleTester } from '../../rule-tester.js';

const pino = "import pino from 'pino';\nconst logger = pino({});\n";
const bunyan = "import bunyan from 'bunyan';\nconst logger = bunyan.createLogger({ name: 'a' });\n";
const winston = "import winston from 'winston';\nconst logger = winston.createLogger({});\n";
const nest = "import { Logger } from '@nestjs/common';\nconst logger = new Logger('a');\n";
const caught = (head: string, body: string, name = 'err'): string =>
  `${head}try {\n  work();\n} catch (${name}) {\n  ${body}\n}`;

const fixed = (
  name: string,
  messageId: 'text' | 'ignored' | 'printed' | 'key' | 'dropped',
  head: string,
  body: string,
  output: string,
  error = 'err',
) => ({
  name,
  code: caught(head, body, error),
  errors: [{ messageId }],
  output: caught(head, output, error),
});

ruleTester.run('require-error-in-log', rule as never, {
  valid: [
    { name: 'the error first', code: caught(pino, "logger.error(err, 'x');") },
    { name: 'the error under its key', code: caught(pino, "logger.error({ err }, 'x');") },
    { name: 'a placeholder', code: caught(pino, "logger.error('x %o', err);") },
    { name: 'another part, chosen', code: caught(pino, 'logger.warn({ code: err.code }, err.message);') },
    { name: 'the stack', code: caught(nest, 'logger.error(err.message, err.stack);') },
    { name: 'winston, the error second', code: caught(winston, "logger.error('x', err);") },
    { name: 'a catch without a name', code: "try { work(); } catch { console.error('x'); }" },
    { name: 'thrown on', code: caught(pino, "logger.error('x');\n  throw err;") },
    { name: 'an attempt', code: caught(pino, 'logger.warn(err.message);\n  throw err;') },
    { name: 'sent elsewhere', code: caught(pino, 'logger.error(err.message);\n  capture(err);') },
    { name: 'an expected error', code: caught(pino, 'if (err instanceof Missing) logger.info(err.message);') },
    { name: 'a line for debugging', code: caught(pino, "logger.debug('not in the cache');") },
    {
      name: 'a serializer',
      code: caught(
        "import pino from 'pino';\nconst logger = pino({ errorKey: 'error' });\n",
        "logger.error({ error: err }, 'x');",
      ),
    },
    {
      name: 'a callback that succeeded',
      code: "read((err, rows) => {\n  if (err) return fail(err);\n  console.log('read');\n});",
    },
    { name: 'no error in hand', code: "console.error('x');" },
    {
      name: 'a line on the console, and the error thrown on',
      code: caught('', 'console.error(err.message);\n  throw err;'),
    },
    {
      name: 'the stack where it is wanted',
      code: caught(pino, 'logger.error(err.message);\n  if (config.debug) logger.error(err);'),
    },
    { name: 'the last line of a program', code: caught('', 'console.error(err.message);\n  process.exit(1);') },
    {
      name: 'a text that is only taken apart',
      code: `${pino}try {\n  JSON.parse(text);\n} catch (err) {\n  logger.error({ reason: err.message }, 'not JSON');\n}`,
    },
    {
      name: 'what is no address',
      code: `${pino}try {\n  new URL(text);\n} catch (err) {\n  logger.error('no address');\n}`,
    },
    {
      name: 'a field of one’s own, in a line that is no alarm',
      code: caught(pino, "logger.debug({ errorMessage: err.message }, 'none found');"),
    },
    {
      name: 'a field named for the text alone',
      code: caught(winston, "logger.error('x', { errorMessage: err.message });"),
    },
    {
      name: 'a line for who debugs, where the code answers for the failure',
      filename: '/nowhere/app.ts',
      code: `${pino}function f() {\n  try {\n    return work();\n  } catch (err) {\n    logger.debug(err.message);\n    return null;\n  }\n}`,
    },
    {
      name: 'a function with no place for an error',
      filename: '/nowhere/app.ts',
      code: caught(
        'const log = ({ message, type }: { message: string; type: string }) => { console.log(message); };\n',
        "log({ message: `failed: ${err}`, type: 'error' });",
      ),
    },
    {
      name: 'the stack on the console',
      code: caught(winston, 'console.log(err.stack);\n  logger.error(err.message);'),
    },
    {
      name: 'the error, made one where it is none',
      code: caught(
        pino,
        "const e = err instanceof Error ? err : new Error(String(err));\n  logger.error({ err: e }, 'x');",
      ),
    },
    {
      name: 'a text that was thrown',
      code: caught(pino, "if (typeof err === 'string') logger.error(new Error(err + ''), 'x');"),
    },
    {
      name: 'a part of an address',
      filename: '/nowhere/app.ts',
      code: `${pino}try {\n  part = new URL(text).pathname.split('/').filter(Boolean)[0];\n} catch (err) {\n  logger.error('no address');\n}`,
    },
    {
      name: 'a file that is not there',
      filename: '/nowhere/app.ts',
      code: `${pino}try {\n  await access(join(dir, name));\n} catch (err) {\n  logger.warn('not installed');\n}`,
    },
    {
      name: 'a warning where the code answers for the failure',
      code: `${pino}function f() {\n  try {\n    return work();\n  } catch (err) {\n    logger.warn('x ' + err);\n    return null;\n  }\n}`,
    },
    { name: 'a warning about tidying up', code: caught(pino, 'logger.warn(`could not close the socket: ${err}`);') },
    {
      name: 'what is malformed, said',
      code: `${pino}try {\n  ask(new URL(text).hostname);\n} catch (err) {\n  logger.error('invalid address');\n}`,
    },
    {
      name: 'a package that may be missing',
      code: "function f() {\n  try {\n    return require('fast');\n  } catch (err) {\n    console.error(err.message);\n    return require('slow');\n  }\n}",
    },
    { name: 'an error whose name says it', code: caught(pino, "logger.warn('x failed');", 'ignored') },
  ],
  invalid: [
    {
      name: 'the message alone',
      code: caught(pino, 'logger.error(err.message);'),
      errors: [
        {
          message:
            'Only the message of `err` is logged: the stack and the cause, which say where it failed, are lost. Hand the error itself to the logger.',
          line: 6,
          column: 16,
        },
      ],
      output: caught(pino, 'logger.error(err);'),
    },
    fixed('a text', 'text', pino, "logger.warn('x ' + err);", "logger.warn(err, 'x ' + err);"),
    fixed(
      'a field',
      'text',
      pino,
      "logger.error({ error: err.message }, 'x');",
      "logger.error({ err, error: err.message }, 'x');",
    ),
    fixed('behind the message', 'ignored', pino, "logger.error('x', err);", "logger.error(err, 'x');"),
    fixed(
      'in an object behind the message',
      'ignored',
      pino,
      "logger.error('x', { error });",
      "logger.error({ err: error }, 'x');",
      'error',
    ),
    fixed(
      'beside other fields behind the message',
      'ignored',
      pino,
      "logger.error('x', { id: 7, error });",
      "logger.error({ id: 7, err: error }, 'x');",
      'error',
    ),
    fixed('another key', 'key', pino, "logger.error({ error }, 'x');", "logger.error({ err: error }, 'x');", 'error'),
    fixed('bunyan', 'printed', bunyan, "logger.error('x', err);", "logger.error(err, 'x');"),
    fixed('a sentence', 'dropped', pino, "logger.error('x');", "logger.error(err, 'x');"),
    fixed('a sentence, console', 'dropped', '', "console.log('x', 1);", "console.log('x', 1, err);"),
    fixed('a message, console', 'text', '', "console.error('x', String(err));", "console.error('x', err);"),
    fixed(
      'a name for the message',
      'text',
      '',
      'const text = err.message;\n  console.error(text);',
      'const text = err.message;\n  console.error(text, err);',
    ),
    fixed('winston', 'text', winston, 'logger.error(err.message);', 'logger.error(err.message, { stack: err.stack });'),
    fixed(
      'NestJS, a context behind',
      'text',
      nest,
      "logger.error(`x ${err.message}`, 'Jobs');",
      "logger.error(`x ${err.message}`, err.stack, 'Jobs');",
    ),
    {
      name: 'an own logger',
      code: caught(
        `${pino}const log = { error: (text: string, fields: object) => logger.error(fields, text) };\n`,
        "log.error('x', { error: err });",
      ),
      errors: [{ messageId: 'key' }],
      output: caught(
        `${pino}const log = { error: (text: string, fields: object) => logger.error(fields, text) };\n`,
        "log.error('x', { err: err });",
      ),
    },
    {
      name: 'a listener',
      code: `${pino}source.on('error', (e) => logger.error(\`source: \${e}\`));`,
      errors: [{ messageId: 'text' }],
      output: `${pino}source.on('error', (e) => logger.error(e, \`source: \${e}\`));`,
    },
  ],
});
