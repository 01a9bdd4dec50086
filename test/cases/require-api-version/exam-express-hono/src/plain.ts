// @complete: require-api-version, require-request-id
import express from 'express';
import winston from 'winston';

const log = winston.createLogger({ transports: [new winston.transports.Console()] });
// bad: require-request-id
const app = express();
// bad: require-api-version
app.get('/labels', (req, res) => {
  log.info('labels listed');
  res.json([]);
});
// bad: require-api-version
app.post('/labels', (req, res) => res.status(201).json({}));
app.listen(3002);
