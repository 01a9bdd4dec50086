import { createFlowRule } from '../../rule/flow-rule.js';

/** Where the server itself has put an upload: multer's `path`, formidable's, express-fileupload's. */
const OWN_PATHS: ReadonlySet<string> = new Set(['path', 'filepath', 'tempFilePath', 'destination']);

export const rule = createFlowRule({
  name: 'no-path-traversal',
  level: 'error',
  description: 'disallow request data in file paths that can lead out of their folder',
  cwe: [22, 73],
  kinds: ['path'],
  message:
    '{{source}} becomes part of the path that {{sink}} opens{{way}}: with `../` in it a client reads or overwrites any file of the process. Take path.basename() of it, or resolve it and refuse what does not start with the folder.',
  isMeant: ({ source }) => !(source.source.part === 'files' && OWN_PATHS.has(source.path.at(-1) ?? '')),
});
