const { doubleCsrf } = require('csrf-csrf');

const { doubleCsrfProtection } = doubleCsrf({ getSecret: () => process.env.CSRF_SECRET });
exports.csrf = doubleCsrfProtection;
