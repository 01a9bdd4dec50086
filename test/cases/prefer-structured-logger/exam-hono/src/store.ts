// @complete: prefer-structured-logger
export async function save(text: string): Promise<void> {
  const { warn } = console;
  // bad: prefer-structured-logger
  if (!text) warn('an empty note');
  const console2 = { log: (line: string) => line };
  // ok: prefer-structured-logger -- not the console
  console2.log(text);
}
