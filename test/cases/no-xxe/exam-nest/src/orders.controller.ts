// @complete: no-xxe
import { Body, Controller, Post, RawBodyRequest, Req } from '@nestjs/common';
import { XMLParser } from 'fast-xml-parser';
import * as libxml from 'libxmljs2';
import { parseStringPromise } from 'xml2js';
import { parseOrder, parseStrict } from './xml';

@Controller('orders')
export class OrdersController {
  @Post()
  create(@Body() xml: string) {
    // bad-cross: no-xxe
    return parseOrder(xml).root();
  }

  @Post('strict')
  strict(@Body() xml: string) {
    // ok-cross: no-xxe
    return parseStrict(xml).root();
  }

  @Post('own')
  own(@Body('document') document: string) {
    // bad: no-xxe
    return libxml.parseXmlString(document, { replaceEntities: true, noent: true });
  }

  @Post('raw')
  raw(@Req() request: RawBodyRequest<any>) {
    // bad: no-xxe
    return libxml.parseXml(request.rawBody!.toString('utf8'), { noent: true });
  }

  @Post('fast')
  async fast(@Body() xml: string) {
    // ok: no-xxe
    const first = new XMLParser().parse(xml);
    // ok: no-xxe
    const second = await parseStringPromise(xml);
    // ok: no-xxe
    const third = libxml.parseXml(xml);
    // ok: no-xxe
    const fourth = libxml.parseXml(xml, { noent: false });
    return [first, second, third, fourth];
  }
}
