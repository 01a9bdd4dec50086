// @complete: require-query-index
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Shipment } from './shipment.entity';

@Injectable()
export class ShipmentsService {
  constructor(@InjectRepository(Shipment) private readonly shipments: Repository<Shipment>) {}

  byCode(trackingCode: string) {
    // bad-cross: require-query-index -- trackingCode has no index
    return this.shipments.findOneBy({ trackingCode });
  }

  latest() {
    // bad-cross: require-query-index -- createdAt is only second in the composite index
    return this.shipments.find({ order: { createdAt: 'DESC' }, take: 20 });
  }

  built(code: string) {
    // bad-cross: require-query-index
    return this.shipments.createQueryBuilder('s').where('s.trackingCode = :code', { code }).take(20).getMany();
  }

  byReference(reference: string) {
    // ok-cross: require-query-index -- unique
    return this.shipments.findOneBy({ reference });
  }

  byStatus(status: string) {
    // ok-cross: require-query-index -- leads the composite index, and sorts by its second column
    return this.shipments.find({ where: { status }, order: { createdAt: 'DESC' }, take: 20 });
  }

  ofDepot(depot: string) {
    // ok-cross: require-query-index -- an index, and the rest is a sort of few rows
    return this.shipments.find({ where: { depot }, order: { createdAt: 'DESC' }, take: 20 });
  }

  ofCarrier(carrierId: string) {
    // ok-cross: require-query-index -- a foreign key is another rule's
    return this.shipments.find({ where: { carrierId }, take: 20 });
  }

  counted(trackingCode: string) {
    // ok-cross: require-query-index -- a count
    return this.shipments.count({ where: { trackingCode } });
  }

  byId(id: string) {
    // ok-cross: require-query-index
    return this.shipments.findOneByOrFail({ id });
  }
}
