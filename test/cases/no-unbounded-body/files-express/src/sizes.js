exports.LIMIT = '100mb';
exports.SMALL = 2 * 1024 * 1024;
