import type { Room } from '#api/room';
import { DelegationsController } from './delegations.controller.ts';
import { NoticesController } from './notices.controller.ts';

/** What people are told, and who signs for whom. */
export const noticesRoom = (): Room => ({ controllers: [NoticesController, DelegationsController], providers: [] });
