import { currentEpoch, onForget } from './caches.js';
import { findStats, readText } from './disk.js';
import { allFiles } from './files.js';

const MAX_FILES = 60;
const MAX_SIZE = 200_000;
/** Settings of nginx, Caddy, HAProxy and Envoy by their files' names; of ingresses and Traefik inside YAML. */
const PROXY_FILE =
  /(?:nginx.*|\.nginx|haproxy.*|default|site|app)\.conf$|^nginx\.conf|(?:^|\.)caddyfile$|(?:ingress|traefik|envoy|kong|gateway|proxy).*\.ya?ml$/i;

const known = new Map<string, { epoch: number; texts: readonly string[] }>();

onForget(() => {
  known.clear();
});

/** The texts of the settings of proxies below `root`. */
export function proxyTexts(root: string): readonly string[] {
  const epoch = currentEpoch();
  const before = known.get(root);
  if (before?.epoch === epoch) return before.texts;
  const texts = allFiles(root, (name) => PROXY_FILE.test(name))
    .slice(0, MAX_FILES)
    .flatMap((path) => {
      const text = (findStats(path)?.size ?? MAX_SIZE) < MAX_SIZE ? readText(path) : null;
      return text === null ? [] : [text];
    });
  known.set(root, { epoch, texts });
  return texts;
}
