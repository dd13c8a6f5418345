/** The part of OpenAPI 3.0 that the routes' bodies use. */
export interface BodySchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly nullable?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, BodySchema>>;
  readonly items?: BodySchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number | boolean;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly oneOf?: readonly BodySchema[];
  readonly anyOf?: readonly BodySchema[];
  readonly allOf?: readonly BodySchema[];
}

const TEXTS = [
  'plausible',
  's01',
  'F1',
  'p00000000001',
  'a'.repeat(64),
  '2026-11-20T10:00:00.000Z',
  '123456',
  'someone@example.org',
  'http://127.0.0.1/',
  '/data/ct',
  '#336699',
];

/** A body that a route would take, made from its schema: what is required, each in its simplest form. */
export function sampleBody(schema: BodySchema): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.default !== undefined) return schema.default;
  const variants = schema.oneOf ?? schema.anyOf;
  if (variants?.[0]) return sampleBody(variants[0]);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => sampleBody(part)));
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((name) => [name, sampleBody(schema.properties?.[name] ?? { type: 'string' })]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleBody(schema.items ?? {}));
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1);
    case 'boolean':
      return true;
    case 'string':
      return sampleText(schema);
    default:
      return null;
  }
}

function sampleText({ pattern, format, minLength = 0 }: BodySchema): string {
  if (format === 'date-time') return '2026-11-20T10:00:00.000Z';
  const fits = (text: string) => (!pattern || new RegExp(pattern, 'u').test(text)) && text.length >= minLength;
  return TEXTS.find(fits) ?? 'plausible'.padEnd(minLength, '.');
}
