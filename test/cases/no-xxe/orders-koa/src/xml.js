import { parseXml } from 'libxmljs2';

const options = { noent: true, dtdload: true };
export const parse = (text) => parseXml(text, options);
