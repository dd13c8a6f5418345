import { type INestApplication, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { ModulesContainer } from '@nestjs/core';
import { type Action, POLICY } from '#domain/policy';
import { actionOf } from './auth.ts';

/** A route as Nest serves it. */
export interface Route {
  /** GET, POST … or ALL. */
  readonly method: string;
  /** With parameters as `:name`. */
  readonly path: string;
  readonly action: Action | undefined;
  /** Where it stands in the code. */
  readonly handler: string;
}

/** Every route of the running application, from the controllers themselves. */
export function routesOf(app: INestApplication): Route[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => (metatype ? routesIn(metatype) : []));
}

function routesIn(controller: { prototype?: object; name: string } | ((...args: never[]) => unknown)): Route[] {
  const prototype = controller.prototype as Record<string, unknown>;
  const bases = paths(Reflect.getMetadata(PATH_METADATA, controller));
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (name === 'constructor' || typeof handler !== 'function') return [];
    const method: RequestMethod | undefined = Reflect.getMetadata(METHOD_METADATA, handler);
    if (method === undefined) return [];
    const own = paths(Reflect.getMetadata(PATH_METADATA, handler));
    return bases.flatMap((base) =>
      own.map((tail) => ({
        method: RequestMethod[method],
        path: `/${[base, tail].join('/')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'),
        action: actionOf(handler),
        handler: `${controller.name}.${name}`,
      })),
    );
  });
}

const paths = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : [String(value ?? '')]);

/** @throws Error that names every route without an action of the policy table: such an API must not start */
export function requirePolicy(routes: readonly Route[]): void {
  const wrong = routes.filter(({ action }) => action === undefined || !Object.hasOwn(POLICY, action));
  if (wrong.length === 0) return;
  const lines = wrong.map(
    ({ method, path, action, handler }) =>
      `  ${method} ${path} (${handler}): ${action === undefined ? 'no @May' : `unknown action ${action}`}`,
  );
  throw new Error(`the API does not start: routes without a line in domain/policy.ts\n${lines.join('\n')}`);
}
