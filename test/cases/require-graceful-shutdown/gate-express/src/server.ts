// @complete: require-graceful-shutdown
import express from 'express';

// bad: require-graceful-shutdown -- the handler closes nothing
const app = express();
app.listen(3000);
process.on('SIGTERM', () => process.exit(0));
