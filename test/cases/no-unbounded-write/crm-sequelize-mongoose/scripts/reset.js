// @complete: no-unbounded-write
const { Contact } = require('../src/models');

// ok: no-unbounded-write
Contact.destroy({ where: {}, truncate: true }).then(() => process.exit(0));
