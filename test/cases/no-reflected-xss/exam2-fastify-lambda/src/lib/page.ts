import escapeHtml from 'escape-html';

const layout = (title: string, body: string) => `<!doctype html><title>${escapeHtml(title)}</title><main>${body}</main>`;

/** Everything escaped. */
export function message(text: string): string {
  return layout('Message', `<p>${escapeHtml(text)}</p>`);
}

/** The body goes in as it is. */
export function raw(title: string, body: string): string {
  return layout(title, body);
}

export class PageBuilder {
  private html = '';

  add(fragment: string): this {
    this.html += fragment;
    return this;
  }

  toString(): string {
    return `<html><body>${this.html}</body></html>`;
  }
}
