import type { Room } from '#api/room';
import { SearchController } from './search.controller.ts';

/** Finding things again. */
export const searchRoom = (): Room => ({ controllers: [SearchController], providers: [] });
