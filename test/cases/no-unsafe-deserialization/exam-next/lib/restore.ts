import yaml from 'js-yaml';
import { unserialize } from 'node-serialize';

export const restore = (text: string): unknown => unserialize(text);
export const readSafely = (text: string): unknown => yaml.safeLoad(text);
export const readDocument = (text: string): unknown => yaml.load(text);
