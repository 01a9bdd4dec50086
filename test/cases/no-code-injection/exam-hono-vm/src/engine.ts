import vm from 'node:vm';

export function evaluate(source: string, data: Record<string, unknown>): unknown {
  return vm.runInNewContext(source, data, { timeout: 100 });
}

export class Formula {
  constructor(private readonly source: string) {}

  run(values: Record<string, number>): unknown {
    return new Function('values', `return ${this.source}`)(values);
  }
}
