const winston = require('winston');
const { redactSecrets } = require('./redact');

exports.plain = winston.createLogger({ transports: [new winston.transports.Console()] });
exports.masked = winston.createLogger({
  format: winston.format.combine(redactSecrets(), winston.format.json()),
  transports: [new winston.transports.Console()],
});
