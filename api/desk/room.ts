import type { HouseParts, Room } from '#api/room';
import { DeskController, THUMBNAILS } from './desk.controller.ts';
import { Thumbnails } from './thumbnails.ts';

/** The desk, the films, the small pictures of lists. */
export const deskRoom = ({ db, store }: HouseParts): Room => ({
  controllers: [DeskController],
  providers: [{ provide: THUMBNAILS, useValue: new Thumbnails(db, store) }],
});
