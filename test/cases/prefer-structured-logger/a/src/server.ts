// @complete: prefer-structured-logger
import express from 'express';
import { logger } from './logger';

const app = express();
app.get('/', (req, res) => {
  // bad: prefer-structured-logger
  console.log('request', req.path);
  try {
    res.json({});
  } catch (err) {
    // bad: prefer-structured-logger
    console.error(err);
  }
  // ok: prefer-structured-logger
  logger.info({ path: req.path }, 'request');
});
export { app };
