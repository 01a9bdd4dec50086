// @complete: no-swallowed-errors
// bad: no-swallowed-errors
// fix: no-swallowed-errors
process.on('unhandledRejection', () => {});
// ok: no-swallowed-errors
process.on('uncaughtException', (error) => {
  console.error(error);
  process.exit(1);
});
