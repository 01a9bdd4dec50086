// @complete: no-sync-io-in-handler
const fs = require('fs');
const path = require('path');

// ok: no-sync-io-in-handler -- once, when the module is loaded
const layout = fs.readFileSync(path.join(__dirname, 'layout.html'), 'utf8');

let cachedFooter;
exports.footer = () => {
  // ok-cross: no-sync-io-in-handler -- once
  if (!cachedFooter) cachedFooter = fs.readFileSync('footer.html', 'utf8');
  return cachedFooter;
};
exports.page = (name) => {
  // bad-cross: no-sync-io-in-handler
  return layout + fs.readFileSync(`${name}.html`, 'utf8');
};
exports.warmUp = () => {
  // ok-cross: no-sync-io-in-handler -- when the process starts
  return fs.readdirSync('pages');
};
