import { exposuresOf } from '../../facts/applications/static-folders.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-directory-exposure',
  area: 'http',
  level: 'error',
  description: "disallow serving the project's own folders, its dotfiles, or lists of files",
  cwe: [538, 548, 552],
  mentions: /static|serve|index|assets|rootPath/i,
  messages: {
    sources:
      'This serves {{folder}}, where the code stands: its sources, package.json and `.env` files beside it can be downloaded. Serve a folder that holds nothing else than what is public.',
    secrets:
      'This serves {{folder}}, which holds settings or keys and not pages: anyone can download them. Serve a folder of public files.',
    dotfiles:
      'Dotfiles are served too: `.env` and `.git` are the first paths that scanners ask for. Leave them ignored; for `/.well-known` alone, mount that folder by itself.',
    listing: 'This lists the names of all files to everyone, also of those that nobody links to. Take the listing off.',
  },
  create({ file, report }) {
    if (file.kind !== 'source') return {};
    return {
      File() {
        for (const { kind, node, folder } of exposuresOf(file)) report({ node, message: kind, data: { folder } });
      },
    };
  },
});
