exports.readPage = (ctx) => {
  const page = Math.max(Number(ctx.query.page) || 1, 1);
  const limit = Math.min(Number(ctx.query.limit) || 20, 100);
  return { limit, offset: (page - 1) * limit };
};
