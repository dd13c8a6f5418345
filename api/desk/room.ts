import type { Room } from '#api/room';
import { DeskController } from './desk.controller.ts';

/** The desk and the films. */
export const deskRoom = (): Room => ({ controllers: [DeskController], providers: [] });
