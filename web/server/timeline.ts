import { z } from 'zod';
import { Timeline } from '#domain/timeline';
import { Refusal } from '../client/refusal.ts';
import { api } from './api.ts';

const Answer = z.object({ timeline: Timeline });

/** The timeline of what is on the desk; null while there are no pictures or no script to lay it from. */
export async function timelineOf(id: string): Promise<Timeline | null> {
  try {
    const { data } = await api.GET('/api/productions/{id}/preview', { params: { path: { id } } });
    return Answer.parse(data).timeline;
  } catch (error) {
    if (error instanceof Refusal && error.status < 500) return null;
    throw error;
  }
}
