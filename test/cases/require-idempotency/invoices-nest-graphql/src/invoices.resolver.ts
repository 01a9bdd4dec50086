// @complete: require-idempotency
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Idempotent } from './idempotent.decorator';
import { InvoicesService } from './invoices.service';

@Resolver('Invoice')
export class InvoicesResolver {
  constructor(private readonly invoices: InvoicesService) {}

  // bad-cross: require-idempotency
  @Mutation('createInvoice')
  create(@Args('customerId') customerId: string, @Args('cents', { type: () => Int }) cents: number) {
    return this.invoices.create(customerId, cents);
  }

  // ok-cross: require-idempotency -- the decorator holds the interceptor
  @Idempotent()
  @Mutation('createInvoiceOnce')
  createOnce(@Args('customerId') customerId: string, @Args('cents', { type: () => Int }) cents: number) {
    return this.invoices.create(customerId, cents);
  }

  // ok-cross: require-idempotency -- computes
  @Mutation('previewInvoice')
  preview(@Args('cents', { type: () => Int }) cents: number) {
    return this.invoices.preview(cents);
  }

  // ok-cross: require-idempotency -- upsert by the client's number
  @Mutation('importInvoice')
  import(@Args('number') number: string, @Args('cents', { type: () => Int }) cents: number) {
    return this.invoices.import(number, cents);
  }

  // ok: require-idempotency
  @Query('vat')
  vat(@Args('cents', { type: () => Int }) cents: number) {
    return this.invoices.preview(cents).vat;
  }
}
