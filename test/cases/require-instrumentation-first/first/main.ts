// @complete: require-instrumentation-first
// ok-cross: require-instrumentation-first
import './tracer';
import { NestFactory } from '@nestjs/core';

void NestFactory.create(class AppModule {});
