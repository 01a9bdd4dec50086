// @complete: no-permissive-cors
const list = ['https://crm.example.com'];

exports.strict = {
  // ok: no-permissive-cors
  origin: (origin, callback) => callback(null, list.includes(origin)),
  credentials: true,
};
exports.echo = { origin: 'https://crm.example.com', credentials: true };
exports.loose = { origin: list, methods: ['GET'] };
