export function shutdown(error: Error) {
  console.error(error);
  process.exitCode = 1;
  setTimeout(() => process.exit(), 1000).unref();
}
