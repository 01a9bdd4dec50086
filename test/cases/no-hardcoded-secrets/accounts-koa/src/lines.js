// @complete: no-hardcoded-secrets
exports.LINE_A = 'walnut harbour, second bell, 7';
exports.GREETING = 'Welcome back to Accounts, please confirm your address';
