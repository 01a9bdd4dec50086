export const page = (title: string): string => `<!doctype html><title>${title}</title>`;
