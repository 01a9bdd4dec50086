import * as libxml from 'libxmljs2';

const OPTIONS = { noent: true, dtdload: true };

export const parseOrder = (xml: string) => libxml.parseXml(xml, OPTIONS);
export const parseStrict = (xml: string) => libxml.parseXml(xml, { nonet: true });
