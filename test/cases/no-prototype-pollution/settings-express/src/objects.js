export function deepMerge(target, source) {
  for (const key of Object.keys(source)) {
    if (source[key] && typeof source[key] === 'object') {
      target[key] = target[key] ?? {};
      deepMerge(target[key], source[key]);
    } else {
      target[key] = source[key];
    }
  }
  return target;
}

export function setPath(object, path, value) {
  const keys = path.split('.');
  let current = object;
  for (const key of keys.slice(0, -1)) {
    current = current[key];
  }
  current[keys.at(-1)] = value;
}
