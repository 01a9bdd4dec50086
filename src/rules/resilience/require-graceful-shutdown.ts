import { findAbruptServer, isProgram, nameOfApplication, processFaultsOf } from '../../facts/shutdown.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'require-graceful-shutdown',
  area: 'resilience',
  level: 'strict',
  description: 'require that a server closes what it has open when it is stopped',
  cwe: [404],
  messages: {
    abrupt:
      'Nothing closes the server of {{name}} when it is stopped: every deployment cuts off requests halfway and leaves connections and jobs hanging. On SIGTERM, {{how}}, then close pools and workers.',
    kill: '{{name}} runs in cluster mode with neither kill_timeout nor wait_ready: a reload kills it after 1.6 s and sends requests to instances that are not ready. Set kill_timeout above the longest request, and wait_ready with process.send("ready").',
    watch:
      '{{name}} restarts whenever a file changes: an upload, a log file or a half-copied deployment takes production down. Switch watch off outside of development.',
  },
  create({ file, report }) {
    if (/(?:^|[\\/])(?:ecosystem|pm2|process)[\w.-]*\.c?js$/.test(file.path))
      return {
        File() {
          for (const { fault, node, name } of processFaultsOf(file)) report({ node, message: fault, data: { name } });
        },
      };
    if (!isProgram(file)) return {};
    return {
      File() {
        const server = findAbruptServer(file);
        if (!server) return;
        const { application, node } = server;
        const how =
          application.framework === 'nestjs'
            ? 'let the application do it (app.enableShutdownHooks())'
            : application.framework === 'fastify'
              ? 'call app.close()'
              : 'call server.close()';
        report({ node, message: 'abrupt', data: { name: nameOfApplication(application), how } });
      },
    };
  },
});
