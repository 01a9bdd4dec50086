import { asRecord, readText } from './disk.js';
import { imageName, isAuxiliaryName, isThirdPartyImage } from './infrastructure.js';
import { readYaml } from './yaml.js';

/** A Deployment or StatefulSet that runs an image of one's own. */
export interface Workload {
  readonly name: string;
  /** The same for overlays of one workload. */
  readonly key: string;
}

const KINDS = new Set(['Deployment', 'StatefulSet', 'DaemonSet', 'Rollout']);

/**
 * The workloads of one's own in a manifest (https://kubernetes.io/docs/concepts/workloads/), Helm templates included.
 * @param file a YAML file; any other content gives none
 */
export function allWorkloads(file: string): Workload[] {
  const text = readText(file);
  if (text === null || !/^\s*kind:\s*["']?(?:Deployment|StatefulSet|DaemonSet|Rollout)\b/m.test(text)) return [];
  if (text.includes('{{')) return allTemplated(file, text);
  const workloads: Workload[] = [];
  for (const document of readYaml(text)) {
    const manifest = asRecord(document);
    const items = Array.isArray(manifest?.['items']) ? manifest['items'] : [manifest];
    for (const item of items) {
      const workload = findWorkload(asRecord(item));
      if (workload) workloads.push(workload);
    }
  }
  return workloads;
}

function findWorkload(manifest: Record<string, unknown> | null): Workload | null {
  const kind = manifest?.['kind'];
  const name = asRecord(manifest?.['metadata'])?.['name'];
  if (typeof kind !== 'string' || !KINDS.has(kind) || typeof name !== 'string' || isAuxiliaryName(name)) return null;
  const pod = asRecord(asRecord(asRecord(manifest?.['spec'])?.['template'])?.['spec']);
  const containers = Array.isArray(pod?.['containers']) ? pod['containers'].map(asRecord) : [];
  const own = containers.find((container) => {
    const image = container?.['image'];
    return typeof image === 'string' && !isThirdPartyImage(image);
  });
  if (!own) return null;
  const run = JSON.stringify([imageName(String(own['image'])), own['command'], own['args']]);
  return { name, key: run };
}

/** A Helm template is no YAML until it is rendered: its file name and the first plain image have to do. */
function allTemplated(file: string, text: string): Workload[] {
  const image = /^\s*-?\s*image:\s*["']?([\w./-]+)/m.exec(text)?.[1];
  if (image !== undefined && isThirdPartyImage(image)) return [];
  const chart = /([\w.-]+)[\\/]templates[\\/]/.exec(file)?.[1] ?? '';
  const stem = /([\w-]+)[\w.-]*\.ya?ml$/.exec(file)?.[1] ?? '';
  const name = /^(?:deployment|statefulset|rollout|daemonset)$/i.test(stem)
    ? (/templates[\\/]([\w-]+)[\\/][^\\/]+$/.exec(file)?.[1] ?? chart)
    : stem.replace(/[-_]?(?:deployment|statefulset|rollout|daemonset)[-_]?/i, '');
  return name === '' || isAuxiliaryName(name) ? [] : [{ name, key: `${chart}/${name}` }];
}
