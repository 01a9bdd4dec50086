import type { BackendFile } from '../../model/file.js';

const patterns = new Map<string, RegExp>();

/** Code that caps a value of a name: `Math.min(query.limit, 100)`, `if (limit > MAX)`, `clamp(limit, 1, 100)`. */
function cappingOf(name: string): RegExp {
  let pattern = patterns.get(name);
  if (!pattern) {
    const word = name.replaceAll(/[^\w]/g, '\\$&');
    pattern = new RegExp(
      String.raw`(?:Math\.min|clamp\w*|cap\w*Limit)\s*\([^;{}]{0,80}\b${word}\b|\b${word}\b\)?\s*>=?\s*(?!0\b|1\b|=)[\w.]+|\b(?:[A-Z_]*MAX[A-Z_]*|[2-9]\d+|\d{3,})\s*<=?\s*[\w.]*\b${word}\b|\.includes\(\s*(?:\w+\.)?${word}\s*\)`,
    );
    patterns.set(name, pattern);
  }
  return pattern;
}

/**
 * Whether the number is capped after its schema let it through: in the file, in those that import it, or in those that
 * these import in turn. Read from the texts: a cap under the same name anywhere near is enough to be silent.
 */
export function isCappedLater(name: string, file: BackendFile): boolean {
  const pattern = cappingOf(name);
  if (pattern.test(file.text)) return true;
  const { project } = file;
  const capping = new Set(project.filesMentioning(file.path, pattern));
  if (capping.size === 0) return false;
  const importers = project.importersOf(file.path).slice(0, 40);
  return importers.some((path) => {
    if (capping.has(path)) return true;
    const importer = project.open(path);
    return (importer?.index.specifiers ?? []).some((specifier) => {
      const resolution = project.resolve(specifier, path);
      return resolution !== null && 'file' in resolution && capping.has(resolution.file);
    });
  });
}
