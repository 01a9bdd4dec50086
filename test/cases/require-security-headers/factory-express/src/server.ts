import { createServer } from 'node:http';
import { createAdmin, createApp } from './app.js';

createServer(createApp()).listen(3000);

const admin = createAdmin();
admin.use((req, res, next) => {
  res.set({ 'Strict-Transport-Security': 'max-age=63072000', 'X-Content-Type-Options': 'nosniff' });
  next();
});
admin.listen(3001);
