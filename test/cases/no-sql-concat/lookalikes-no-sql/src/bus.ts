// @complete: no-sql-concat
import { Router, type Request, type Response } from 'express';

/** An in-process query bus: its `query` takes a name, not SQL. */
class QueryBus {
  private readonly handlers = new Map<string, (args: unknown) => unknown>();

  register(name: string, handler: (args: unknown) => unknown) {
    this.handlers.set(name, handler);
  }

  query(name: string, args?: unknown) {
    return this.handlers.get(name)?.(args);
  }
}

const bus = new QueryBus();
export const router = Router();

router.get('/:topic', async (req: Request, res: Response) => {
  const { topic } = req.params;
  // ok: no-sql-concat -- no client behind it
  const answer = bus.query(`topic:${topic}`, req.query);
  // ok: no-sql-concat -- a text for people
  res.set('X-Explain', `select ${topic} from topics`);
  res.json(answer);
});

export function highlight(document: { querySelectorAll(selector: string): unknown[] }, from: string) {
  // ok: no-sql-concat -- a CSS selector
  return document.querySelectorAll(`select[name="from"] option[value="${from}"]`);
}
