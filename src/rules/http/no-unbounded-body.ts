import { bodyLimitsOf } from '../../facts/applications/body-limits.js';
import { createRule } from '../../rule/create-rule.js';
import { option } from '../../rule/options.js';

const MB = 1024 * 1024;
/** How many times as much one route may take. */
const SCOPED = 2;

export const rule = createRule({
  name: 'no-unbounded-body',
  area: 'http',
  level: 'warn',
  description: 'disallow bodies and uploads without a limit, or with one that is too high',
  cwe: [770, 400],
  mentions:
    /limit|multer|busboy|formidable|fileupload|FileInterceptor|FilesInterceptor|maxSize|maxFileSize|maxRequestBodySize/i,
  options: {
    max: option.integer(10, 1, 'The highest limit that is let pass, in megabytes.'),
  },
  messages: {
    high: 'A client may send {{size}} here, held in memory while it is parsed: a few such requests at once end the process. Lower it to what this route needs ({{max}} MB at most), and give the one route that takes more a limit of its own.',
    off: 'This switches the limit on the body off: one request can fill the memory, or the disk. Set one.',
    upload:
      'Uploads have no limit on the size of a file here: one request can fill the disk or the memory. Set `{{option}}`.',
  },
  create({ file, options, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { node, bytes, what, isScoped } of bodyLimitsOf(file)) {
          // A route that takes more, by a limit of its own, is what the message asks for.
          if (bytes !== null && bytes <= options.max * MB * (isScoped ? SCOPED : 1)) continue;
          const isMissing = bytes === null && node.type !== 'Property';
          report({
            node,
            message: bytes !== null ? 'high' : isMissing ? 'upload' : 'off',
            data: {
              size: bytes === null ? '' : `${Math.round(bytes / MB)} MB`,
              max: String(options.max),
              option: what === 'upload' ? 'limits.fileSize' : 'limit',
            },
          });
        }
      },
    };
  },
});
