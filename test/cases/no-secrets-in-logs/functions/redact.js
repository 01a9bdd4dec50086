const winston = require('winston');

exports.redactSecrets = winston.format((info) => ({ ...info, password: undefined }));
