import escapeHtml from 'escape-html';

export const page = (title: string, body: string): string => `<!doctype html><title>${title}</title><main>${body}</main>`;
export const safePage = (title: string): string => `<!doctype html><title>${escapeHtml(title)}</title>`;
