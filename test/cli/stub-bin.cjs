// The command as built, over the stub plugin.
require('../../dist/cli/start.js').start(require('./stub-plugin.cjs'));
