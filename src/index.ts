import { makeConfigs, type Configs } from './configs.js';
import { NAME, VERSION } from './package-info.js';
import { rules } from './rules/index.js';

interface Plugin {
  meta: { name: string; version: string; namespace: 'backend' };
  rules: typeof rules;
  configs: Configs<Plugin>;
}

const plugin: Plugin = {
  meta: { name: NAME, version: VERSION, namespace: 'backend' },
  rules,
  configs: {} as Configs<Plugin>,
};
// Filled in place: the flat configs hold the plugin itself.
Object.assign(plugin.configs, makeConfigs(plugin));

export = plugin;
