import express from 'express';
import { authenticate } from './auth.js';
import { campaigns } from './campaigns.js';
import { leads } from './leads.js';
import { me } from './me.js';

const app = express();
app.use(express.json());
app.use(authenticate);
app.use('/leads', leads);
app.use('/campaigns', campaigns);
app.use('/me', me);
app.listen(3000);
