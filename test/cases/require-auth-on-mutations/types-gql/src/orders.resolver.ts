// @complete: require-auth-on-mutations
import { PrismaClient } from '@prisma/client';
import { Arg, Authorized, Int, Mutation, Resolver, UseMiddleware } from 'type-graphql';
import { isAuthenticated } from './is-authenticated';

const prisma = new PrismaClient();

@Resolver()
export class OrdersResolver {
  // bad: require-auth-on-mutations
  @Mutation(() => Int)
  async addOrder(@Arg('cents', () => Int) cents: number) {
    return (await prisma.order.create({ data: { cents } })).id;
  }

  // ok: require-auth-on-mutations
  @Authorized()
  @Mutation(() => Int)
  async addRefund(@Arg('cents', () => Int) cents: number) {
    return (await prisma.refund.create({ data: { cents } })).id;
  }

  // ok-cross: require-auth-on-mutations
  @UseMiddleware(isAuthenticated)
  @Mutation(() => Int)
  async addInvoice(@Arg('cents', () => Int) cents: number) {
    return (await prisma.invoice.create({ data: { cents } })).id;
  }
}
