import yaml from 'js-yaml';
import v8 from 'node:v8';

/** js-yaml 3 knows !!js/function. */
export function parseYaml(text: string): unknown {
  return yaml.load(text);
}

export const parseSafely = (text: string): unknown => yaml.safeLoad(text);

export const fromBinary = (buffer: Buffer): unknown => v8.deserialize(buffer);
