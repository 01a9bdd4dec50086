import SchemaBuilder from '@pothos/core';

const builder = new SchemaBuilder<{ Context: { user?: string } }>({});
builder.queryType({ fields: (t) => ({ orders: t.stringList({ resolve: () => [] }) }) });
builder.mutationType({});
builder.mutationField('placeOrder', (t) =>
  t.string({ args: { sku: t.arg.string({ required: true }) }, resolve: (_, { sku }) => sku }),
);
builder.mutationFields((t) => ({ cancelOrder: t.boolean({ resolve: () => true }) }));
export const schema = builder.toSchema();
