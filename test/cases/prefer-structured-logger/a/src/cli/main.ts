// ok: prefer-structured-logger
console.log('done');
