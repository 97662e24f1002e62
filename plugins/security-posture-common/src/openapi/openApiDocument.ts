import { z } from 'zod';
import { operations, type Operation } from './operations';

type Json = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'openapi-3.0',
    io,
    unrepresentable: 'any',
  });
  return rest;
}

function parameters({ path, query }: Operation): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    in: 'path',
    name,
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    in: 'query',
    name,
    required: false,
    schema: schemaOf(schema as z.ZodType, 'input'),
  }));
  return [...inPath, ...inQuery];
}

function errorResponse(description: string): Json {
  return {
    description,
    content: {
      'application/json': { schema: { $ref: '#/components/schemas/Error' } },
    },
  };
}

function operationObject(operation: Operation): Json {
  const { id, summary, body, bodySchema, response, errors, unauthenticated } =
    operation;
  return {
    operationId: id,
    summary,
    ...(unauthenticated ? { security: [] } : {}),
    parameters: parameters(operation),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: Object.fromEntries(
              body.map(type => [
                type,
                { schema: bodySchema ? schemaOf(bodySchema, 'input') : {} },
              ]),
            ),
          },
        }
      : {}),
    responses: {
      200: {
        description: 'OK',
        ...(response
          ? {
              content: {
                'application/json': { schema: schemaOf(response, 'output') },
              },
            }
          : {}),
      },
      ...Object.fromEntries(
        Object.entries(errors).map(([status, description]) => [
          status,
          errorResponse(description),
        ]),
      ),
    },
  };
}

/**
 * The OpenAPI 3.0 document of the backend, made of the same schemas that
 * validate requests and answers.
 *
 * @public
 */
export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: operationObject(operation),
    };
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'Security Posture',
      version: '1',
      description:
        'Build scans, admission decisions and runtime alerts per catalog component.',
      license: {
        name: 'Apache-2.0',
        url: 'https://www.apache.org/licenses/LICENSE-2.0.html',
      },
    },
    servers: [{ url: '/api/security-posture' }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: {
        Error: {
          type: 'object',
          required: ['error', 'response'],
          properties: {
            error: {
              type: 'object',
              required: ['name', 'message'],
              properties: {
                name: { type: 'string' },
                message: { type: 'string' },
              },
            },
            request: { type: 'object' },
            response: {
              type: 'object',
              properties: { statusCode: { type: 'integer' } },
            },
          },
        },
      },
    },
  };
}
