const path = require('path');

exports.ROOT = path.resolve(__dirname, '..');
exports.PUBLIC = path.resolve(__dirname, '..', 'public');
