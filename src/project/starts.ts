import { dirname, join } from 'node:path';

import { currentEpoch, onForget } from './caches.js';
import { readText } from './disk.js';
import { allFiles } from './files.js';

const MAX_FILES = 40;
/** What starts the programs of a workspace: images, process managers, manifests. */
const START_FILE =
  /^(?:Dockerfile.*|.*\.Dockerfile|Procfile|fly\.toml|railway\.json|nixpacks\.toml|start\.sh|entrypoint\.sh|docker-entrypoint\.sh|ecosystem\.config\.[cm]?[jt]s|pm2\.(?:json|config\.[cm]?js)|(?:docker-)?compose.*\.ya?ml|.*deployment.*\.ya?ml|.*\.service)$/i;

const known = new Map<string, { epoch: number; texts: readonly string[] }>();

onForget(() => {
  known.clear();
});

/** The texts that say how the package in `dir` is started: its package.json first, then files below the workspace's root. */
export function startTexts(dir: string, root: string): readonly string[] {
  const epoch = currentEpoch();
  let round = known.get(root);
  if (round?.epoch !== epoch) {
    const texts = allFiles(root, (name) => START_FILE.test(name))
      .slice(0, MAX_FILES)
      .flatMap((path) => readText(path) ?? []);
    round = { epoch, texts };
    known.set(root, round);
  }
  const manifest = readText(join(dir, 'package.json'));
  const outer = dirname(dir) !== root && dir !== root ? readText(join(root, 'package.json')) : null;
  return [manifest ?? '', ...(outer === null ? [] : [outer]), ...round.texts];
}
