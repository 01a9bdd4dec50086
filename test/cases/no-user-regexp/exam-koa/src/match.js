const escapeStringRegexp = require('escape-string-regexp');

const matcherOf = (term) => new RegExp(`^${term}`, 'i');
const safeMatcherOf = (term) => new RegExp(escapeStringRegexp(term), 'i');
const escaped = (term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

module.exports = { matcherOf, safeMatcherOf, escaped };
