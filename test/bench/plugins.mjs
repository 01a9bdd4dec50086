/** What is measured: this plugin's presets, each of its rules, and the peers that can be found. */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('../..', import.meta.url));
const OWN = join(HERE, 'dist/index.js');
const PEERS = [
  'eslint-plugin-security',
  // The Interlace family.
  'eslint-plugin-secure-coding',
  'eslint-plugin-node-security',
  'eslint-plugin-jwt',
  'eslint-plugin-pg',
  'eslint-plugin-express-security',
  'eslint-plugin-nestjs-security',
  'eslint-plugin-mongodb-security',
];
const require = createRequire(import.meta.url);

/**
 * Loads a plugin anew: what its modules keep from an earlier run (parsed files, the survey of a project) is gone, as in
 * a user's next run. Packages that it depends on are kept: they are shared, and ESLint's own.
 */
function loadFresh(entry) {
  const marker = `${sep}node_modules${sep}`;
  const end = entry.lastIndexOf(marker);
  const root = end === -1 ? dirname(entry) : entry.slice(0, entry.indexOf(sep, end + marker.length) + 1);
  for (const path of Object.keys(require.cache)) {
    const isOwn = path.startsWith(root) && !path.slice(root.length).includes(marker);
    if (isOwn) Reflect.deleteProperty(require.cache, path);
  }
  const loaded = require(entry);
  return loaded.default?.rules ? { configs: loaded.configs, ...loaded.default } : loaded;
}

const fresh = (entry, prefix, rulesOf) => () => {
  const plugin = loadFresh(entry);
  return { plugins: { [prefix]: plugin }, rules: rulesOf(plugin) };
};

/** @returns {{ name: string, load: () => { plugins: object, rules: object } }[]} what to measure, parsing first. */
export function allSubjects({ withRules, peerFolders }) {
  const own = loadFresh(OWN);
  const preset = (name) => fresh(OWN, 'backend', (plugin) => plugin.configs[`flat/${name}`].rules);
  const rules = withRules ? Object.keys(own.rules) : [];
  return [
    { name: 'parse only', load: () => ({ plugins: {}, rules: {} }) },
    { name: 'backend: recommended', load: preset('recommended') },
    { name: 'backend: all', load: preset('all') },
    ...allPeers(peerFolders),
    ...rules.map((rule) => ({
      name: `backend/${rule}`,
      load: fresh(OWN, 'backend', () => ({ [`backend/${rule}`]: 'error' })),
    })),
  ];
}

/** The peers are no dependencies: they are taken from where they are installed, if they are. */
function allPeers(folders) {
  const from = [...folders, process.cwd(), HERE].map((folder) => createRequire(join(folder, 'noop.js')));
  return PEERS.flatMap((name) => {
    const entry = from.map((resolver) => tryResolve(resolver, name)).find((path) => path !== null);
    if (!entry) return [];
    const prefix = name.replace('eslint-plugin-', '');
    // Their presets may bring other plugins' rules; only their own are measured.
    const own = (plugin) =>
      Object.fromEntries(
        Object.entries(plugin.configs.recommended.rules).filter(([rule]) => rule.startsWith(`${prefix}/`)),
      );
    return { name: `${prefix}: recommended`, load: fresh(entry, prefix, own) };
  });
}

function tryResolve(resolver, name) {
  try {
    return resolver.resolve(name);
  } catch {
    return null;
  }
}
