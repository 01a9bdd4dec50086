exports.finish = (app) => {
  app.use((req, res) => res.sendStatus(404));
  app.use((err, req, res, next) => {
    if (res.headersSent) return next(err);
    console.error(err);
    res.status(err.status ?? 500).json({ error: 'internal' });
  });
};
