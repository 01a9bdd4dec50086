import { Args, Mutation, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';

@Resolver(() => Object)
export class OrdersResolver {
  @Query(() => [String], { name: 'orders' })
  list() {
    return [];
  }

  @Mutation(() => String)
  placeOrder(@Args('sku') sku: string) {
    return sku;
  }

  @ResolveField()
  items() {
    return [];
  }

  @Subscription(() => String)
  orderPlaced() {}
}
