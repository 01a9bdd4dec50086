import type { ExportRow, Library } from '../../model/library.js';
import { body, cookies, headers, method, params, query, url } from './rows.js';

const event: ExportRow = { annotation: 'Event' };
const handler: ExportRow = { annotation: 'Handler' };

/**
 * https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html; types of `@types/aws-lambda`. Only handlers of
 * HTTP events are routes: the annotation says so, or the answer's `statusCode`.
 */
export const lambda: Library = {
  name: 'lambda',
  kind: 'http',
  modules: ['aws-lambda', '@types/aws-lambda'],
  exports: {
    APIGatewayProxyEvent: event,
    APIGatewayProxyEventV2: event,
    APIGatewayEvent: event,
    APIGatewayProxyEventV2WithJWTAuthorizer: event,
    APIGatewayProxyEventV2WithIAMAuthorizer: event,
    LambdaFunctionURLEvent: event,
    ALBEvent: event,
    APIGatewayProxyHandler: handler,
    APIGatewayProxyHandlerV2: handler,
    APIGatewayProxyHandlerV2WithJWTAuthorizer: handler,
    APIGatewayProxyHandlerV2WithIAMAuthorizer: handler,
    LambdaFunctionURLHandler: handler,
    ALBHandler: handler,
    ProxyHandler: handler,
  },
  types: {
    Event: {
      members: {
        body,
        headers,
        multiValueHeaders: headers,
        queryStringParameters: query,
        multiValueQueryStringParameters: query,
        rawQueryString: query,
        pathParameters: params,
        cookies,
        httpMethod: method,
        path: url,
        rawPath: url,
        requestContext: {},
      },
    },
    Handler: { params: ['Event', null, 'Callback'] },
    Callback: { call: { response: { does: 'send', kind: 'any', status: ['1.statusCode'], body: ['1.body', '0'] } } },
  },
  files: [
    // Plain JavaScript needs no package: the export and the answer say it.
    {
      path: /\.[cm]?[jt]s$/,
      exports: 'handler',
      params: ['Event', null, 'Callback'],
      text: /\b(?:exports\.(?:handler\s*=|\w+\s*=\s*(?:async\s*)?\(event\b)|export\s+(?:const|async\s+function|function)\s+(?:handler\b|\w+(?:\s*=\s*(?:async\s*)?)?\(event\b))[^]*\bstatusCode\b/,
    },
    {
      path: /\.[cm]?[jt]s$/,
      exports: 'handler',
      params: ['Event', null, 'Callback'],
      dependencies: ['@types/aws-lambda', 'aws-lambda', '@middy/core', 'serverless', 'aws-cdk-lib', 'sst'],
      text: /\b(?:statusCode|httpMethod|APIGateway\w+|LambdaFunctionURL\w+|ALB(?:Event|Handler)|rawPath)\b/,
    },
  ],
};
