import express from 'express';
import { requireAuth, requireAdmin } from './middleware/auth.js';
import * as appointments from './controllers/appointments.js';
import { documents } from './documents.js';
import { prisma } from './db.js';

const app = express();
app.use(express.json());

app.get('/treatments/:id', async (req, res) => {
  // ok: require-ownership-check
  const treatment = await prisma.treatment.findUnique({ where: { id: req.params.id } });
  res.json(treatment);
});

app.use('/documents', requireAuth, documents);
app.get('/appointments/:id', requireAuth, appointments.show);
app.put('/appointments/:id', requireAuth, appointments.move);
app.delete('/appointments/:id', requireAuth, appointments.cancel);
app.post('/appointments/:id/confirm', requireAuth, appointments.confirm);
app.delete('/notes/:id', requireAuth, appointments.removeNote);
app.delete('/admin/appointments/:id', requireAuth, requireAdmin, appointments.purge);
app.patch('/reports/:id', requireAuth, requireAdmin, appointments.purge);

app.listen(3000);
