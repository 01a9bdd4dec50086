export function evaluate(formula, x) {
  const run = new Function('x', `return ${formula}`);
  return run(x);
}
