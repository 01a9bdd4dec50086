#!/usr/bin/env node
import plugin from '../index.js';
import { start } from './start.js';

void start(plugin);
