import { createRule } from '../../rule/create-rule.js';
import { calleeName } from '../../syntax/nodes.js';
import { option } from '../../rule/options.js';

export const rule = createRule({
  name: 'prefer-structured-logger',
  area: 'logging',
  level: 'strict',
  description: 'require a structured logger in place of console in server code',
  mentions: /\bconsole\b/,
  options: {
    allow: option.strings([], 'Methods of console that are allowed: `["error"]`.'),
  },
  messages: {
    console:
      '`console.{{method}}` writes a line without level, time, request id or fields: at 3 a.m. it can neither be filtered nor tied to a request. Use {{logger}}.',
  },
  create({ file, options, report }) {
    if (file.kind !== 'source' || isForPeople(file.path, file.text)) return {};
    const owner = file.project.findPackage(file.path);
    const known = ['pino', 'winston', 'bunyan', 'nestjs-pino', 'tslog', 'consola'].find((name) =>
      owner?.hasDependency(name),
    );
    const logger = known ? `the project's logger (${known})` : 'a structured logger, pino for example';
    return {
      Log({ call, library }) {
        if (library !== 'console') return;
        const method = calleeName(call) ?? 'log';
        if (!options.allow.includes(method)) report({ node: call, message: 'console', data: { method, logger } });
      },
    };
  },
});

/** Command-line programs talk to people, and what runs in browsers has nothing else; a logger's own file writes with it. */
const isForPeople = (path: string, text: string): boolean =>
  /(?:^|[\\/])(?:cli|bin|scripts?|commands?|client|frontend|web|public)[\\/]|[\\/]logg(?:er|ing)\.[cm]?[jt]sx?$/i.test(
    path,
  ) ||
  /^#!/.test(text) ||
  /^['"]use client['"]/.test(text);
