import { currentEpoch, onForget } from './caches.js';
import { type Walk, walkFiles } from './walk.js';

export { classifyFile } from './file-kind.js';

const MAX_SOURCE_FILES = 20_000;
const MAX_OTHER_FILES = 5_000;

const walks = new Map<string, { epoch: number; walk: Walk }>();

onForget(() => {
  walks.clear();
});

const isSource = (name: string): boolean => /\.[cm]?[jt]sx?$/.test(name) && !/\.d\.[cm]?ts$|\.min\.[cm]?js$/.test(name);

/** The source files below `root` (JavaScript and TypeScript, no declarations), and whether these are all. */
export function sourceFiles(root: string): Walk {
  const epoch = currentEpoch();
  const known = walks.get(root);
  if (known?.epoch === epoch) return known.walk;
  const walk = walkFiles(root, isSource, MAX_SOURCE_FILES);
  walks.set(root, { epoch, walk });
  return walk;
}

/** The source files below `root`, at most 20,000; `sourceFiles` says whether these are all. */
export const allSourceFiles = (root: string): readonly string[] => sourceFiles(root).files;

/** Files below `root` whose name `accepts` takes, at most 5,000: compose files, manifests, Dockerfiles. Not cached. */
export const allFiles = (root: string, accepts: (name: string) => boolean): readonly string[] =>
  walkFiles(root, accepts, MAX_OTHER_FILES).files;
