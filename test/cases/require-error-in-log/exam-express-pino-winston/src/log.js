const pino = require('pino');
const winston = require('winston');
const bunyan = require('bunyan');

const root = pino({ level: process.env.LOG_LEVEL || 'info' });

exports.forModule = (name) => root.child({ module: name });
exports.audit = winston.createLogger({
  format: winston.format.combine(winston.format.errors({ stack: true }), winston.format.json()),
  transports: [new winston.transports.Console()],
});
exports.legacy = bunyan.createLogger({ name: 'payouts' });
