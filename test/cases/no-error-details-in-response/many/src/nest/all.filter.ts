// @complete: no-error-details-in-response
import { ArgumentsHost, Catch, ExceptionFilter, HttpException, InternalServerErrorException, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { QueryFailedError } from 'typeorm';

@Catch()
export class AllFilter implements ExceptionFilter {
  catch(exception: unknown, host: ArgumentsHost) {
    const response = host.switchToHttp().getResponse<Response>();
    if (exception instanceof HttpException) {
      // ok: no-error-details-in-response
      response.status(exception.getStatus()).json({ message: exception.message });
      return;
    }
    // bad: no-error-details-in-response
    response.status(500).json({ message: exception instanceof Error ? exception.message : 'failed' });
  }
}

@Catch(QueryFailedError)
export class QueryFilter implements ExceptionFilter {
  catch(exception: QueryFailedError, host: ArgumentsHost) {
    // bad: no-error-details-in-response
    host.switchToHttp().getResponse<Response>().status(500).json({ message: exception.message, query: exception.query });
  }
}

@Injectable()
export class Reports {
  async make() {
    try {
      return await this.build();
    } catch (error) {
      // bad: no-error-details-in-response
      throw new InternalServerErrorException(error.message);
    }
  }
  async other() {
    try {
      return await this.build();
    } catch (error) {
      // ok: no-error-details-in-response
      throw new InternalServerErrorException('could not build the report', { cause: error });
    }
  }
  private async build() {
    return {};
  }
}
