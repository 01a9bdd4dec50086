import yaml from 'js-yaml';

export function readConfig(text) {
  return yaml.load(text.trim());
}
