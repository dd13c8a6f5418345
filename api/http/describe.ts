import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

type OpenApiSchema = Parameters<typeof ApiBody>[0] extends infer T
  ? T extends { schema: infer S }
    ? S
    : never
  : never;

const described = (schema: z.ZodType, io: 'input' | 'output'): OpenApiSchema =>
  z.toJSONSchema(schema, { target: 'openapi-3.0', io, unrepresentable: 'any' }) as unknown as OpenApiSchema;

/** Says in the OpenAPI document what a route takes as its body. Pair it with `@Body({ schema })`, which checks it. */
export const Takes = (schema: z.ZodType) => ApiBody({ schema: described(schema, 'input') });

/** Says in the OpenAPI document what a route answers; the browser's client is typed by it. */
export const Answers = (schema: z.ZodType, status = 200) =>
  applyDecorators(ApiResponse({ status, schema: described(schema, 'output') }));
