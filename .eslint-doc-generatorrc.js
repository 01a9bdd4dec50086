// What eslint-doc-generator writes into README.md and rules-docs/. It marks everything with emojis; this project
// writes words, so the text goes through `inWords` before it is compared or written.
const prettier = require('prettier');
const { AREAS } = require('./dist/rule/metadata.js');

const EMOJI = /[\u{1F300}-\u{1FAFF}\u{2600}-\u{27BF}\u{1F000}-\u{1F0FF}]\u{FE0F}?/u;
const TITLES = {
  auth: 'Authentication',
  http: 'HTTP',
  jobs: 'Jobs and messaging',
  resilience: 'Errors and resilience',
};
const titleOf = (area) => TITLES[area] ?? area[0].toUpperCase() + area.slice(1);

/** The table's columns under their names, `fix` and `suggestion` spelled out, and one sentence for the legend. */
function inWordsTable(list) {
  return list
    .replace(/^[^]*?(?=^(?:\| |#))/m, '\n\n')
    .replace(/^\| Name.*$/gm, (row) => row.replace('💼', 'Error in').replace('⚠️', 'Warning in').replace('🔧💡', 'Fix'))
    .replaceAll('🔧💡', 'fix, suggestion')
    .replaceAll('🔧', 'fix')
    .replaceAll('💡', 'suggestion')
    .replaceAll('`recommended` `strict`', '`recommended`, `strict`');
}

/** The notices under a page's title, without the pictures. */
function inWordsHeader(header) {
  return header
    .split('\n')
    .map((line) =>
      line
        .replace(new RegExp(`^(?:${EMOJI.source})+ `, 'u'), '')
        .replace(/^This rule is enabled in the (?:following )?configs?/, 'This rule is an error in the configs')
        .replace(/(`[a-z]+`) \1/g, '$1')
        .replace('This rule _warns_ in the following configs', 'This rule warns in the configs')
        .replace('This rule _warns_ in the', 'This rule warns in the config')
        .replace(/(in the configs?:? `[^`]+`) config\./, '$1.'),
    )
    .join('\n');
}

/** @type {import('eslint-doc-generator').GenerateOptions} */
module.exports = {
  pathRuleDoc: 'rules-docs/{name}.md',
  ruleDocTitleFormat: 'prefix-name',
  // Every config twice is no news, and `all` is all.
  ignoreConfig: ['all', 'flat/recommended', 'flat/strict', 'flat/all'],
  configEmoji: [
    ['recommended', '`recommended`'],
    ['strict', '`strict`'],
  ],
  ruleListColumns: ['name', 'description', 'configsError', 'configsWarn', 'fixableAndHasSuggestions'],
  ruleListSplit: (rules) =>
    AREAS.map((area) => ({
      title: titleOf(area),
      rules: rules.filter(([, rule]) => rule.meta.docs.area === area),
    })).filter((list) => list.rules.length > 0),
  postprocess: async (content, path) => {
    const [begin, end] = ['<!-- begin auto-generated rules list -->', '<!-- end auto-generated rules list -->'];
    const words = content.includes(begin)
      ? content.replace(new RegExp(`(?<=${begin})[^]*(?=${end})`), inWordsTable)
      : content.replace(/^[^]*?(?=<!-- end auto-generated rule header -->)/, inWordsHeader);
    return prettier.format(words, { ...(await prettier.resolveConfig(path)), filepath: path });
  },
};
