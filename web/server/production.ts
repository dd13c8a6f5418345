import { cache } from 'react';
import { ProductionDetail } from '#domain/production';
import { api } from './api.ts';

/** A production with its steps and outputs; asked once per request, by whichever part needs it. @throws Refusal */
export const production = cache(async (id: string): Promise<ProductionDetail> => {
  const { data } = await api.GET('/api/productions/{id}', { params: { path: { id } } } as never);
  return ProductionDetail.parse(data);
});
