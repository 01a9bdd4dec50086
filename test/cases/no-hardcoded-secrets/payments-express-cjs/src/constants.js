// @complete: no-hardcoded-secrets
'use strict';

exports.SEED_TEXT = 'Mill-road-Thistle-31';
exports.CURRENCIES = ['EUR', 'GBP', 'USD'];
exports.DEFAULT_LOCALE = 'en-GB';
