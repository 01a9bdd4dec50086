// @complete: rest-resource-naming
import { Controller, Get, Post } from '@nestjs/common';
import express from 'express';

const app = express();
// bad: rest-resource-naming
app.get('/getPallets', (req, res) => void res.json([]));
// bad: rest-resource-naming
app.post('/pallets/create', (req, res) => void res.sendStatus(201));
// bad: rest-resource-naming
app.get('/pallet/:id', (req, res) => void res.json({}));
// bad: rest-resource-naming
app.get('/palletTypes', (req, res) => void res.json([]));
// bad: rest-resource-naming
app.get('/pallet_types', (req, res) => void res.json([]));
// bad: rest-resource-naming
app.get('/pallets/', (req, res) => void res.json([]));
// bad: rest-resource-naming
app.get('/depots/:depotId/halls/:hallId/racks/:rackId/pallets/:id', (req, res) => void res.json({}));
// ok: rest-resource-naming
app.get('/pallets', (req, res) => void res.json([]));
// ok: rest-resource-naming
app.get('/depots/:depotId/pallets/:id', (req, res) => void res.json({}));
// ok: rest-resource-naming
app.post('/login', (req, res) => void res.sendStatus(204));
// ok: rest-resource-naming
app.get('/pallet-types/:typeId', (req, res) => void res.json({}));
// ok: rest-resource-naming
app.get('/users/me', (req, res) => void res.json({}));
// ok: rest-resource-naming
app.get('/metadata/:key', (req, res) => void res.json({}));

@Controller('rack')
export class RackController {
  // bad: rest-resource-naming
  @Get(':id')
  one() {
    return {};
  }
}

@Controller('racks')
export class RacksController {
  // ok: rest-resource-naming
  @Post()
  add() {
    return {};
  }

  // bad: rest-resource-naming
  @Post('updateRack')
  update() {
    return {};
  }
}
