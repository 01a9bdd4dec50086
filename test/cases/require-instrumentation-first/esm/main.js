// bad-cross: require-instrumentation-first
import './instrument.js';
import express from 'express';

express().listen(3000);
