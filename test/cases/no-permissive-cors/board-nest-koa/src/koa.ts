// @complete: no-permissive-cors
import cors from '@koa/cors';
import Koa from 'koa';

const app = new Koa();
// bad: no-permissive-cors
app.use(cors({ credentials: true }));
// ok: no-permissive-cors
app.use(cors({ origin: 'https://board.example.com', credentials: true }));
app.listen(3000);
