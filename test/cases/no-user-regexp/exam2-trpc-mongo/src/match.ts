export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export function matcher(pattern: string, flags = 'i'): RegExp {
  return new RegExp(pattern, flags);
}

export function wordMatcher(word: string): RegExp {
  return new RegExp(`\\b${escapeRegExp(word)}\\b`, 'i');
}

export class Filter {
  private readonly test: RegExp;

  constructor(pattern: string) {
    this.test = new RegExp(pattern);
  }

  apply(rows: string[]): string[] {
    return rows.filter((row) => this.test.test(row));
  }
}
