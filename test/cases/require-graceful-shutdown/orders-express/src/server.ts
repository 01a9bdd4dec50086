// @complete: require-graceful-shutdown
import express from 'express';

// bad: require-graceful-shutdown
const app = express();
app.get('/orders', (_req, res) => {
  res.json([]);
});
app.listen(3000);
