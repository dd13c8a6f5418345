import type { HouseParts, Room } from '#api/room';
import type { HouseKey } from '#api/session/house-key';
import { MEDIA } from '#api/tokens';
import { MediaController } from './media.controller.ts';
import { MediaService } from './media.service.ts';

/** Addresses of films and pictures. */
export const mediaRoom = ({ db, store }: HouseParts, key: HouseKey): Room => ({
  controllers: [MediaController],
  providers: [{ provide: MEDIA, useValue: new MediaService(db, store, key) }],
});
