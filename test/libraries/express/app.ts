import express, { Router, type Request, type Response } from 'express';

const requireUser = (req: Request, res: Response, next: () => void) =>
  req.headers.authorization ? next() : res.sendStatus(401);
const list = async (req: Request, res: Response) => res.json([]);

const app = express();
app.use(express.json());
app.get('/health', (req, res) => res.send('ok'));
const orders = Router({ mergeParams: true });
orders.use(requireUser);
orders.get('/', list);
orders.post('/', requireUser, async (req, res) => res.status(201).json(req.body));
orders
  .route('/:id')
  .put([requireUser], async (req, res) => res.json({}))
  .delete(async (req, res) => res.sendStatus(204));
app.use('/shops/:shop/orders', orders);
app.all('/legacy', list);
app.get('/files/*path', list);
app.listen(3000);
