// @complete: prefer-domain-errors
import Router from '@koa/router';
import { LoanNotFoundError } from './errors.js';
import { closeLoan, findLoan } from './loans.js';

export const router = new Router();

router.get('/loans/:id', async (ctx) => {
  try {
    ctx.body = await findLoan(ctx.params.id);
  } catch (error) {
    if ((error as Error).message === 'Loan not found') {
      ctx.status = 404;
      return;
    }
    throw error;
  }
});

router.delete('/loans/:id', async (ctx) => {
  try {
    await closeLoan(ctx.params.id);
    ctx.status = 204;
  } catch (error) {
    // ok: prefer-domain-errors
    if (error instanceof LoanNotFoundError) {
      ctx.status = 404;
      return;
    }
    throw error;
  }
});
