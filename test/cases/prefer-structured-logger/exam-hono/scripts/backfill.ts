// @complete: prefer-structured-logger
// ok: prefer-structured-logger -- a script talks to its operator
console.log('backfilling');
